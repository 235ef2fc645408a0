// Where one is signed in: each browser with its last use, to be ended one by one or all at once.
import type { liveSessions } from '#app/queries/accounts/account-page.ts';
import { browserText } from './browser-text.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { dayAndTime } from '#app/words/time.ts';

type Session = Awaited<ReturnType<typeof liveSessions>>[number] & { readonly isHere: boolean };
type Props = {
  readonly page: { readonly sessions: readonly Session[]; readonly done: string | null };
};

const METHODS: Readonly<Record<string, string>> = {
  password: 'with a password',
  code: 'with a password and a code',
  'recovery-code': 'with a password and a recovery code',
  passkey: 'with a passkey',
  provider: 'at your organisation',
  'provider-two-factors': 'at your organisation, with two factors',
};

export function SessionsView({ page }: Props) {
  const others = page.sessions.filter(({ isHere }) => !isHere);
  return (
    <Column>
      <PageTitle title="Where you are signed in" />
      <BackLink to="/account">Your account</BackLink>
      <Done what={page.done} />
      <h1 className="nhsuk-heading-l">Where you are signed in</h1>
      <ul className="nhsuk-list app-people">
        {page.sessions.map((session) => (
          <li key={session.id}>
            <p>
              <strong>{browserText(session.agent ?? '')}</strong>
              {session.isHere ? ' (this browser)' : ''}
              <br />
              Signed in on {dayAndTime(session.createdAt)}{' '}
              {METHODS[session.method.split(' ')[0] ?? ''] ?? ''}, last used on{' '}
              {dayAndTime(session.usedAt)}
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
        <a href="/account/password">change your password</a>.
      </p>
    </Column>
  );
}
