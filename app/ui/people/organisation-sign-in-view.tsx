// How the people of an organisation sign in: at its own provider, and whether all need a second factor.
import { AT_PROVIDER } from '#words/people/people-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { OrganisationSignInPage } from '#app/queries/people/organisation-sign-in-page.ts';
import type { ProofAsked } from '#app/queries/accounts/proof.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { ProofFields } from '#app/ui/accounts/proof-fields.tsx';
import { withNotice } from '#words/kit/notices.ts';

type Refused = {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
  /** It was only tried, and works. */
  readonly works?: boolean;
};

type Props = {
  readonly page: OrganisationSignInPage & {
    readonly proof: ProofAsked;
    readonly done: string | null;
  };
  readonly refused: Refused | null;
};

export function OrganisationSignInView({ page, refused }: Props) {
  const problems = problemsOf(refused?.errors ?? {});
  const done = refused?.works === true ? 'provider-works' : refused === null ? page.done : null;
  return (
    <Column>
      <PageTitle title={`Sign-in of ${page.name}`} problems={problems.length > 0} />
      <BackLink to={addressOf('/organisations/:organisation/people', { organisation: page.id })}>
        People
      </BackLink>
      <ErrorSummary problems={problems} />
      <Done what={done} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{page.name}</span>
        How its people sign in
      </h1>
      <p>
        Your organisation may have its people sign in where they sign in for their other work
        (OpenID Connect). Only a lead of the whole organisation sets this, and never the awarding
        body. Leads, sponsors and the contact on record get a letter about each change.
      </p>
      <Registration origin={page.origin} />
      <form method="post" noValidate>
        <Settings page={page} refused={refused} />
        <h2 className="nhsuk-heading-m">Show that it is you</h2>
        <p>Everything on this page but trying it asks for this.</p>
        <ProofFields proof={page.proof} errors={refused?.errors ?? {}} />
        <p>
          <button className="nhsuk-button" name="intent" value="save">
            Save
          </button>{' '}
          <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="try">
            Try it, and save nothing
          </button>
        </p>
        {page.provider === null ? null : <Remove />}
        <SecondFactor needed={page.needsSecondFactor} />
      </form>
    </Column>
  );
}

function Registration({ origin }: { readonly origin: string }) {
  const addresses = [
    [AT_PROVIDER.redirect, addressOf('/sign-in/provider/callback')],
    [AT_PROVIDER.afterwards, withNotice(addressOf('/sign-in'), 'signed-out')],
    [AT_PROVIDER.backChannel, addressOf('/sign-in/provider/back-channel-logout')],
  ] as const;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">What your IT service has to register</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>
          A confidential web client for the authorization code flow with PKCE, and these addresses
          to the letter:
        </p>
        <dl className="nhsuk-summary-list">
          {addresses.map(([what, path]) => (
            <div className="nhsuk-summary-list__row" key={what}>
              <dt className="nhsuk-summary-list__key">{what}</dt>
              <dd className="nhsuk-summary-list__value app-break">
                {origin}
                {path}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

function Settings({ page, refused }: Props) {
  const { provider } = page;
  const kept: Readonly<Record<string, string>> =
    provider === null
      ? {}
      : { ...provider, required: provider.required ? 'yes' : 'no', version: `${provider.version}` };
  const typed = refused?.typed['issuer'] === undefined ? kept : refused.typed;
  const field = (name: string) => ({ name, value: typed[name], error: refused?.errors[name] });
  return (
    <>
      <input type="hidden" name="version" value={typed['version'] ?? '0'} />
      <TextField
        {...field('name')}
        label="Name on the button"
        hint="As your people know it, such as Northfield and Aberwen"
        width="two-thirds"
      />
      <TextField
        {...field('issuer')}
        label="Issuer"
        hint="Begins with https://. Its configuration is read from there"
        inputMode="url"
      />
      <TextField {...field('clientId')} label="Client id" width="two-thirds" />
      <TextField
        {...field('clientSecret')}
        value={undefined}
        label="Client secret"
        hint={
          provider === null
            ? 'It is kept encrypted, and never shown again'
            : 'One is kept. Leave this empty to go on with it'
        }
        type="password"
        autoComplete="off"
        width="two-thirds"
      />
      <TextField
        {...field('provesTwoFactors')}
        label="Values of acr or amr that prove two factors (optional)"
        hint="With a space between, such as mfa. Without them the sign-in counts as one factor, and people use a second one here"
        width="two-thirds"
      />
      <Choices
        name="required"
        kind="radio"
        label="May people of your organisation sign in in other ways, too?"
        hint="Somebody who has linked their account is no longer let in by password once this is no"
        options={[
          { value: 'no', label: 'Yes, as they like' },
          { value: 'yes', label: 'No, only there' },
        ]}
        chosen={[typed['required'] ?? 'no']}
        error={refused?.errors['required']}
      />
    </>
  );
}

function Remove() {
  return (
    <>
      <h2 className="nhsuk-heading-m">Go back to passwords</h2>
      <p>
        People who have no password choose one with the link “Forgotten password”. Whoever is signed
        in there is signed out here.
      </p>
      <button className="nhsuk-button nhsuk-button--warning" name="intent" value="remove">
        Remove this sign-in
      </button>
    </>
  );
}

function SecondFactor({ needed }: { readonly needed: boolean }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Second factor</h2>
      <p>
        Those who sign always need one: an authenticator app, a passkey, or a sign-in at your
        organisation that proves two factors.{' '}
        {needed ? 'Here everybody needs one.' : 'The others may have one.'}
      </p>
      <input type="hidden" name="needed" value={needed ? 'no' : 'yes'} />
      <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="factor">
        {needed ? 'Ask it only of those who sign' : 'Ask it of everybody here'}
      </button>
    </>
  );
}
