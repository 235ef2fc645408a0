// Asks once more who somebody is: by password, and code where the account has one; by a passkey; or at their
// provider, in a window beside this one, so that nothing typed here is lost.
import type { ProofAsked } from '#app/queries/proof.ts';
import { FieldError, TextField } from './fields.tsx';
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
      {proof.by === 'elsewhere' ? (
        <Elsewhere proof={proof} error={errors['password']} />
      ) : (
        <Typed proof={proof} errors={errors} hint={hint} />
      )}
      {proof.passkey ? <PasskeyField /> : null}
      {proof.provider === null ? null : (
        <p>
          <button
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            formAction="/account/confirm-at-provider"
            formTarget="_blank"
          >
            Confirm at {proof.provider} (opens beside this page)
          </button>
        </p>
      )}
    </>
  );
}

function Typed({ proof, errors, hint }: Omit<Props, 'hint'> & { hint: string | undefined }) {
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
      {proof.by === 'password-and-code' ? (
        <TextField
          name="code"
          label="Code"
          hint="The six digits that your authenticator app shows now, or a recovery code"
          autoComplete="one-time-code"
          width="10"
          error={errors['code']}
        />
      ) : null}
    </>
  );
}

function Elsewhere({ proof, error }: { readonly proof: ProofAsked; error: string | undefined }) {
  return (
    <div id="password" tabIndex={-1}>
      <FieldError name="password" error={error} />
      <p>
        Confirm that it is you before you send this form
        {proof.passkey ? ': with your passkey' : ''}.
      </p>
      {proof.passkey ? (
        <noscript>
          <p>
            A passkey needs JavaScript. Switch it on for this page, or set up an authenticator app
            on the page of your account.
          </p>
        </noscript>
      ) : null}
    </div>
  );
}
