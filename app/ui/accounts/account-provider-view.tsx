// Links between one's account and the sign-in of one's organisation.
import { addressOf } from '#app/addresses.ts';
import type { ownProviderPage } from '#app/queries/accounts/own-provider.ts';
import type { ProofAsked } from '#app/queries/accounts/proof.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { ProofFields } from './proof-fields.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly page: Awaited<ReturnType<typeof ownProviderPage>> & {
    readonly proof: ProofAsked;
    /** Where they were going when they were asked to link; null = they came by themselves. */
    readonly next: string | null;
    readonly done: string | null;
  };
  readonly errors: Readonly<Record<string, string>>;
};

export function AccountProviderView({ page, errors }: Props) {
  const { provider, links, next } = page;
  const canLink = provider !== null && !provider.linked;
  return (
    <Column>
      <PageTitle
        title="Sign in with your organisation: your account"
        problems={Object.keys(errors).length > 0}
      />
      <BackLink to={addressOf('/account')}>Your account</BackLink>
      <Done what={page.done} />
      <ErrorSummary problems={problemsOf(errors)} />
      <h1 className="nhsuk-heading-l">Sign in with your organisation</h1>
      <Standing provider={provider} />
      {!canLink && links.length === 0 ? null : (
        <form method="post" noValidate>
          <ul className="nhsuk-list app-people">
            {links.map(({ id, issuer, createdAt }) => (
              <li key={id}>
                <p>
                  <strong>{issuer}</strong>
                  <br />
                  Linked on {dayAndTime(createdAt)}
                </p>
              </li>
            ))}
          </ul>
          <ProofFields proof={page.proof} errors={errors} />
          {canLink ? (
            <p>
              <button className="nhsuk-button">Link my account to {provider.name}</button>
            </p>
          ) : null}
          {links.map(({ id, issuer }) => (
            <p key={id}>
              <button className="nhsuk-button nhsuk-button--secondary" name="remove" value={id}>
                Remove the link to {issuer}
              </button>
            </p>
          ))}
        </form>
      )}
      {next === null ? null : (
        <p>
          <a href={next}>Go on without linking it now</a>
        </p>
      )}
    </Column>
  );
}

function Standing({ provider }: Pick<Props['page'], 'provider'>) {
  if (provider === null) {
    return (
      <p>
        Your organisation has not set up its own sign-in here, or you have roles elsewhere as well,
        for which one organisation cannot vouch.
      </p>
    );
  }
  if (provider.linked) return <p>You can sign in at {provider.name}.</p>;
  return (
    <p>
      {provider.required
        ? `Your organisation wants its people to sign in at ${provider.name}. `
        : `People of your organisation can sign in at ${provider.name}. `}
      Link your account once: show here that it is you, then sign in there. From then on that
      sign-in opens your account
      {provider.required ? ', and your password does not any more' : ''}.
    </p>
  );
}
