// Asks once more who somebody is: by password, and code where the account has one; by a passkey; or at their
// provider, in a window beside this one, so that nothing typed here is lost.
import { FACTORS } from '#words/accounts/accounts-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { ProofAsked } from '#app/queries/accounts/proof.ts';
import { FieldError, TextField } from '#app/ui/kit/fields.tsx';
import { PasskeyField } from './passkey-field.tsx';

type Props = {
  readonly proof: ProofAsked;
  readonly errors: Readonly<Record<string, string>>;
  /** What the password is for. */
  readonly hint?: string;
};

export function ProofFields({ proof, errors, hint }: Props) {
  if (proof.by === 'confirmed') {
    return (
      <p>
        <strong>You have just confirmed that it is you.</strong> This holds for five minutes and for
        this step.
      </p>
    );
  }
  return (
    <>
      {proof.by === 'elsewhere' ? <Elsewhere error={errors['password']} /> : null}
      {proof.passkey ? <PasskeyField /> : null}
      {proof.by === 'passkey' ? <WithoutPasskey errors={errors} hint={hint} /> : null}
      {proof.by === 'password' || proof.by === 'password-and-code' ? (
        <Typed code={proof.by === 'password-and-code' ? CODE : null} errors={errors} hint={hint} />
      ) : null}
      {proof.provider === null ? null : (
        <p>
          <button
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            formAction={addressOf('/account/confirm-at-provider')}
            formTarget="_blank"
          >
            Confirm at {proof.provider} (opens beside this page)
          </button>
        </p>
      )}
    </>
  );
}

const CODE = FACTORS.codeHint;

type TypedProps = Pick<Props, 'errors'> & {
  readonly hint: string | undefined;
  /** What the code is; null = none is asked for. */
  readonly code: string | null;
};

function Typed({ code, errors, hint }: TypedProps) {
  return (
    <>
      <TextField
        name="password"
        label="Your password"
        hint={hint}
        type="password"
        autoComplete="current-password"
        width="two-thirds"
        error={errors['password']}
      />
      {code === null ? null : (
        <TextField
          name="code"
          label="Code"
          hint={code}
          autoComplete="one-time-code"
          width="10"
          error={errors['code']}
        />
      )}
    </>
  );
}

function WithoutPasskey({ errors, hint }: Omit<TypedProps, 'code'>) {
  const wrong = errors['password'] !== undefined || errors['code'] !== undefined;
  return (
    <details className="nhsuk-details" open={wrong}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">I cannot use my passkey here</span>
      </summary>
      <div className="nhsuk-details__text">
        <Typed code="One of your recovery codes" errors={errors} hint={hint} />
      </div>
    </details>
  );
}

function Elsewhere({ error }: { readonly error: string | undefined }) {
  return (
    <div id="password" tabIndex={-1}>
      <FieldError name="password" error={error} />
      <p>Confirm that it is you before you send this form.</p>
    </div>
  );
}
