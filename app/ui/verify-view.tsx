// Asks for the number on a certificate.
import { ErrorSummary, PageTitle, problemsOf } from './error-summary.tsx';
import { TextField } from './fields.tsx';
import { BackLink, Column } from './page.tsx';

type Props = { readonly typed: string; readonly error: string | null };

export function VerifyView({ typed, error }: Props) {
  return (
    <>
      <PageTitle title="Check an award" problems={error !== null} />
      <BackLink to="/awards">Award register</BackLink>
      <Column>
        <ErrorSummary problems={error === null ? [] : problemsOf({ number: error })} />
        <h1 className="nhsuk-heading-l">Check that an award is genuine</h1>
        <p>
          Every certificate has a number. We tell you whether an award of this number was made, to
          whom, and what it is worth today.
        </p>
        <form method="get" action="/verify" noValidate>
          <TextField
            name="number"
            label="Number of the award"
            hint="It stands on the certificate, such as MC-2027-0042"
            width="20"
            value={typed}
            error={error ?? undefined}
          />
          <button className="nhsuk-button">Check the number</button>
        </form>
      </Column>
    </>
  );
}
