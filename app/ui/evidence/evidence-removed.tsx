// An item of evidence that someone removed while it was being changed: what was typed can be attached anew.
import { addressOf } from '#app/addresses.ts';
import { EvidenceForm } from './evidence-form.tsx';

type Props = Pick<Parameters<typeof EvidenceForm>[0], 'used' | 'criterion' | 'kinds'> & {
  readonly id: string;
  readonly typed: Readonly<Record<string, string>>;
};

export function EvidenceRemoved({ id, criterion, kinds, used, typed }: Props) {
  const to = addressOf('/assessments/:id/criteria/:criterion/evidence', {
    id,
    criterion: criterion.id,
  });
  return (
    <EvidenceForm
      id={id}
      criterion={criterion}
      kinds={kinds}
      used={used}
      errors={{}}
      typed={typed}
      to={to}
    >
      <div className="nhsuk-warning-callout" role="alert">
        <h2 className="nhsuk-warning-callout__label">
          <span className="nhsuk-u-visually-hidden">Important: </span>
          Someone removed this evidence while you were writing
        </h2>
        <p>
          What you typed is in the form below and is not saved. Attach it again if it should stay;
          its file has to be chosen again.
        </p>
      </div>
    </EvidenceForm>
  );
}
