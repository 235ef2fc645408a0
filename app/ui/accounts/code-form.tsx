// The second step of signing in: the code of the authenticator app, or a recovery code.
import { addressOf } from '#app/addresses.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { HiddenFields, TextField } from '#app/ui/kit/fields.tsx';
import { PasskeyForm } from './passkey-form.tsx';

type Props = {
  readonly next: string;
  /** Hidden fields of a form that could not be saved. */
  readonly carried: readonly (readonly [string, string])[];
  readonly error: string | null;
};

export function CodeForm({ next, carried, error }: Props) {
  const errors = error === null ? {} : { code: error };
  return (
    <>
      <PageTitle title="Enter your code" problems={error !== null} />
      <ErrorSummary problems={problemsOf(errors)} />
      <h1 className="nhsuk-heading-l">Enter your code</h1>
      <form method="post" action={addressOf('/sign-in/code')} noValidate>
        <input type="hidden" name="next" value={next} />
        <HiddenFields fields={carried} />
        <TextField
          name="code"
          label="Code"
          hint="The six digits that your authenticator app shows now, or one of your recovery codes"
          autoComplete="one-time-code"
          width="10"
          error={errors.code}
        />
        <button className="nhsuk-button">Sign in</button>
      </form>
      <PasskeyForm next={next} carried={carried} label="Use a passkey instead" />
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">I do not have my device</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>Use one of the ten recovery codes that you kept when you set it up.</p>
          <p>
            Without them, ask the person who gave you your account. A charter administrator can take
            the second factor away; we write to you, and it holds a day later. See{' '}
            <a href={addressOf('/help')}>help and contact</a>.
          </p>
        </div>
      </details>
    </>
  );
}
