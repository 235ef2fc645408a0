// Where one is signed in: each browser with its last use, to be ended one by one or all at once.
import { addressOf } from '#app/addresses.ts';
import type { liveSessions } from '#app/queries/accounts/account-page.ts';
import { signInText } from '#words/accounts/session-words.ts';
import { browserText } from './browser-text.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Session = Awaited<ReturnType<typeof liveSessions>>[number] & { readonly isHere: boolean };
type Props = {
  readonly page: { readonly sessions: readonly Session[]; readonly done: string | null };
};

export function SessionsView({ page }: Props) {
  const others = page.sessions.filter(({ isHere }) => !isHere);
  return (
    <Column>
      <PageTitle title="Where you are signed in" />
      <BackLink to={addressOf('/account')}>Your account</BackLink>
      <Done what={page.done} />
      <h1 className="nhsuk-heading-l">Where you are signed in</h1>
      <ul className="nhsuk-list app-people">
        {page.sessions.map((session) => (
          <li key={session.id}>
            <p>
              <strong>{browserText(session.agent ?? '')}</strong>
              {session.isHere ? ' (this browser)' : ''}
              <br />
              Signed in on {dayAndTime(session.createdAt)} {signInText(session.method)}, last used
              on {dayAndTime(session.usedAt)}
            </p>
            <form method="post">
              <input type="hidden" name="session" value={session.id} />
              <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small">
                End it
                <span className="nhsuk-u-visually-hidden">
                  , {browserText(session.agent ?? '')}, last used {dayAndTime(session.usedAt)}
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <form method="post">
          <button className="nhsuk-button" name="intent" value="others">
            End all the others
          </button>
        </form>
      )}
      <p>
        Something here is not yours? End it, and{' '}
        <a href={addressOf('/account/password')}>change your password</a>.
      </p>
    </Column>
  );
}
