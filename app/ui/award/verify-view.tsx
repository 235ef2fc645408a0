// Asks for the number on a certificate.
import { CREDENTIAL } from '#words/award/award-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { PastedVerdict } from '#app/use-cases/award/check-pasted-credential.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextArea, TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { dayOf } from '#words/kit/time.ts';

type Props = {
  readonly typed: string;
  readonly error: string | null;
  /** What was pasted, and what is to be said of it; null = nothing yet. */
  readonly pasted: { readonly credential: string; readonly verdict: PastedVerdict } | null;
};

export function VerifyView({ typed, error, pasted }: Props) {
  const refusal = pasted === null ? null : credentialText(pasted.verdict);
  return (
    <>
      <PageTitle title="Check an award" problems={error !== null || refusal !== null} />
      <BackLink to={addressOf('/awards')}>Award register</BackLink>
      <Column>
        <ErrorSummary
          problems={problemsOf({
            ...(error === null ? {} : { number: error }),
            ...(refusal === null ? {} : { credential: refusal }),
          })}
        />
        {pasted?.verdict.code === 'valid' ? <Valid number={pasted.verdict.number} /> : null}
        <h1 className="nhsuk-heading-l">Check that an award is genuine</h1>
        <p>
          Every certificate has a number. We tell you whether an award of this number was made, to
          whom, and what it is worth today.
        </p>
        <form method="get" action={addressOf('/verify')} noValidate>
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
        <h2 className="nhsuk-heading-m">Check a credential</h2>
        <p>
          A credential is the award as a signed file, which other programs can check without asking
          us. It ends in .jwt.
        </p>
        <form method="post" action={addressOf('/verify')} noValidate>
          <TextArea
            name="credential"
            label="The text of the credential"
            rows={6}
            value={pasted?.credential}
            error={refusal ?? undefined}
          />
          <button className="nhsuk-button nhsuk-button--secondary">Check the credential</button>
        </form>
      </Column>
    </>
  );
}

function Valid({ number }: { readonly number: string }) {
  return (
    <div className="nhsuk-inset-text" role="status">
      <p>
        <strong>This credential is genuine and valid.</strong> We have signed it, nobody has changed
        it, and the award holds today.{' '}
        <a href={addressOf('/verify/:award', { award: number })}>Read about award {number}</a>
      </p>
    </div>
  );
}

/** Why a credential is worth nothing; null where it is valid. */
function credentialText(verdict: PastedVerdict): string | null {
  switch (verdict.code) {
    case 'valid':
      return null;
    case 'not-a-credential':
      return CREDENTIAL.none;
    case 'unknown-key':
    case 'other-issuer':
      return CREDENTIAL.notOurs;
    case 'wrong-signature':
      return CREDENTIAL.notGenuine;
    case 'not-an-award':
      return CREDENTIAL.notOfAnAward;
    case 'not-valid-yet':
      return CREDENTIAL.notYet(dayOf(verdict.validFrom));
    case 'expired':
      return CREDENTIAL.expired(dayOf(verdict.validUntil));
    case 'withdrawn':
      return CREDENTIAL.withdrawn(verdict.number);
    default:
      return verdict satisfies never;
  }
}
