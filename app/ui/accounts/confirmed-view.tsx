// Somebody has confirmed at their provider that it is them, in a window beside the form that asked.
import { addressOf } from '#app/addresses.ts';
import { CONFIRMED_MINUTES } from '#app/domain/policy/proof.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { Column } from '#app/ui/kit/page.tsx';

export function ConfirmedView() {
  return (
    <Column>
      <PageTitle title="Confirmed" />
      <h1 className="nhsuk-heading-l">Confirmed: go back to the other window</h1>
      <p>
        Send the form there, within {CONFIRMED_MINUTES} minutes. What you typed is still there, and
        its password field may stay empty. You can close this window.
      </p>
    </Column>
  );
}

/** The second half, where the provider proves no second factor and the account has one. */
export function ConfirmingCode({ error }: { readonly error: string | null }) {
  const errors = error === null ? {} : { code: error };
  return (
    <Column>
      <PageTitle title="Enter your code" problems={error !== null} />
      <ErrorSummary problems={problemsOf(errors)} />
      <h1 className="nhsuk-heading-l">Enter your code, too</h1>
      <p>
        You have signed in at your organisation. Your account has a second factor, so its code is
        asked for as well.
      </p>
      <form method="post" action={addressOf('/account/confirm-at-provider')} noValidate>
        <TextField
          name="code"
          label="Code"
          hint="The six digits that your authenticator app shows now, or a recovery code"
          autoComplete="one-time-code"
          width="10"
          error={errors.code}
        />
        <button className="nhsuk-button" name="half" value="code">
          Confirm
        </button>
      </form>
    </Column>
  );
}
