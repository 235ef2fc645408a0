// The second factor: what is in use, setting it up step by step, and the recovery codes.
import { addressOf } from '#app/addresses.ts';
import type { secondFactorPage } from '#app/queries/accounts/account-page.ts';
import type { ProofAsked } from '#app/queries/accounts/proof.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { FactorReset } from './factor-reset.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { ProofFields } from './proof-fields.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import type { QrPath } from '#app/ui/kit/qr-path.ts';
import { dayOf } from '#words/kit/time.ts';

type Page = Awaited<ReturnType<typeof secondFactorPage>> & {
  readonly qr: QrPath | null;
  readonly proof: ProofAsked;
  readonly done: string | null;
};
type Errors = Readonly<Record<string, string>>;
type StepProps = { readonly page: Page; readonly errors: Errors };
type Props = {
  readonly page: Page;
  /** Shown once, when they are made. */
  readonly codes: readonly string[] | null;
  /** null = nothing was refused. */
  readonly errors: Errors | null;
};

export function SecondFactorView({ page, codes, errors }: Props) {
  return (
    <Column>
      <PageTitle title="Second factor" problems={errors !== null} />
      <BackLink to={addressOf('/account')}>Your account</BackLink>
      <Done what={codes === null && errors === null ? page.done : null} />
      <ErrorSummary problems={problemsOf(errors ?? {})} />
      <h1 className="nhsuk-heading-l">Second factor</h1>
      {codes === null ? (
        <>
          <Standing page={page} />
          <FactorReset reset={page.reset} />
          <Step page={page} errors={errors ?? {}} />
        </>
      ) : (
        <RecoveryCodes codes={codes} />
      )}
    </Column>
  );
}

function Standing({ page }: { readonly page: Page }) {
  const { standing } = page;
  if (standing.kind === 'fine') return null;
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">Your role needs a second factor</h2>
      <p>
        {standing.kind === 'due'
          ? `Set it up by ${dayOf(standing.by)}. From then on nothing else opens before it is set up.`
          : 'Set it up now: nothing else opens before. It takes two minutes and a phone, or a passkey of this computer.'}
      </p>
    </div>
  );
}

function Step({ page, errors }: StepProps) {
  switch (page.state) {
    case 'none':
      return <Begin page={page} errors={errors} />;
    case 'being-set-up':
      return <Finish page={page} errors={errors} />;
    case 'in-use':
      return <InUse page={page} errors={errors} />;
    default:
      return page.state satisfies never;
  }
}

function Begin({ page, errors }: StepProps) {
  return (
    <>
      <p>
        With a second factor a stolen password opens nothing. An authenticator app on your phone
        shows a new code every 30 seconds; you type it after your password. Any such app does, also
        one that your organisation gives you.
      </p>
      <p>
        Or use a <a href={addressOf('/account/passkeys')}>passkey</a>: a fingerprint, a face or a
        PIN on your own device, instead of password and code.
      </p>
      <form method="post" noValidate>
        <input type="hidden" name="intent" value="begin" />
        <ProofFields proof={page.proof} errors={errors} />
        <button className="nhsuk-button">Set up an authenticator app</button>
      </form>
    </>
  );
}

function Finish({ page, errors }: StepProps) {
  const secret = page.shown?.secret ?? '';
  return (
    <>
      <h2 className="nhsuk-heading-m">1. Let the app read this code</h2>
      {page.qr === null ? null : (
        <svg
          className="app-qr"
          viewBox={`0 0 ${page.qr.size} ${page.qr.size}`}
          role="img"
          aria-label="Code for the camera of your authenticator app; the same as the key below"
        >
          <path d={page.qr.path} />
        </svg>
      )}
      <p>
        Or type this key into the app:
        <br />
        <code className="app-key">{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      </p>
      <h2 className="nhsuk-heading-m">2. Type the code that the app shows</h2>
      <form method="post" noValidate>
        <input type="hidden" name="intent" value="finish" />
        <TextField
          name="code"
          label="Code"
          hint="Six digits"
          autoComplete="one-time-code"
          inputMode="numeric"
          width="10"
          error={errors['code'] ?? errors['password']}
        />
        <p>You are signed out everywhere else. Then you get ten recovery codes to keep.</p>
        <button className="nhsuk-button">Turn it on</button>
      </form>
    </>
  );
}

function InUse({ page, errors }: StepProps) {
  const stays = page.needed && page.passkeys === 0;
  return (
    <>
      <p>
        An authenticator app is in use. {page.codesLeft} of ten recovery codes are left, for the day
        on which the device is lost.
      </p>
      <form method="post" noValidate>
        <ProofFields proof={page.proof} errors={errors} />
        <button className="nhsuk-button" name="intent" value="codes">
          Make new recovery codes
        </button>
        {stays ? null : (
          <p>
            <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="remove">
              Remove the authenticator app
            </button>
          </p>
        )}
      </form>
      {stays ? (
        <p>
          Your role needs a second factor. To move to another phone, add a{' '}
          <a href={addressOf('/account/passkeys')}>passkey</a> first, then remove the app here and
          set it up anew.
        </p>
      ) : null}
    </>
  );
}
