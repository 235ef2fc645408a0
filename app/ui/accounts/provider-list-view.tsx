// Where somebody may sign in with their organisation: a button each, and a search where there are many.
import { addressOf } from '#app/addresses.ts';
import type { signInProviders } from '#app/queries/accounts/sign-in-providers.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';

type Props = {
  readonly found: Awaited<ReturnType<typeof signInProviders>>;
  readonly words: string;
  readonly next: string;
  readonly error: string | null;
};

export function ProviderListView({ found, words, next, error }: Props) {
  return (
    <Column>
      <PageTitle title="Sign in with your organisation" problems={error !== null} />
      <BackLink to={`${addressOf('/sign-in')}?next=${encodeURIComponent(next)}`}>
        Other ways to sign in
      </BackLink>
      <ErrorSummary problems={problemsOf(error === null ? {} : { '': error })} />
      <h1 className="nhsuk-heading-l">Sign in with your organisation</h1>
      {found.all === 0 ? (
        <p>No organisation has its people sign in this way yet. Sign in with your password.</p>
      ) : null}
      {found.isMany ? <Search words={words} next={next} /> : null}
      {found.all > 0 && found.shown.length === 0 ? (
        <p>No organisation with this name has its people sign in this way.</p>
      ) : null}
      <ul className="nhsuk-list">
        {found.shown.map(({ id, name, organisation }) => (
          <li key={id}>
            <form method="post" action={addressOf('/sign-in/provider')}>
              <input type="hidden" name="next" value={next} />
              <button className="nhsuk-button nhsuk-button--secondary" name="provider" value={id}>
                {name}
                {name === organisation ? null : (
                  <span className="nhsuk-u-visually-hidden">, {organisation}</span>
                )}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {found.more > 0 ? <p>There are {found.more} more. Type a part of the name.</p> : null}
      <p>
        This works once your account is linked to it: when you accept an invitation, or on the page
        of your account.
      </p>
    </Column>
  );
}

function Search({ words, next }: Pick<Props, 'words' | 'next'>) {
  return (
    <form method="get" action={addressOf('/sign-in/provider')} role="search">
      <input type="hidden" name="next" value={next} />
      <TextField name="words" label="Name of your organisation" value={words} width="two-thirds" />
      <button className="nhsuk-button nhsuk-button--secondary">Find it</button>
    </form>
  );
}
