// The objections to an award, with a form to close each that is open.
import type { AwardDesk } from '#app/queries/award/awards-desk.ts';
import { Choices, TextArea } from '#app/ui/kit/fields.tsx';
import { GROUND_TEXT } from '#words/award/objection-text.ts';
import type { Refused } from '#app/ui/kit/refused.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Objection = AwardDesk['objections'][number];
type Props = { readonly objections: readonly Objection[]; readonly refused: Refused | null };

export function ObjectionList({ objections, refused }: Props) {
  if (objections.length === 0) return null;
  return (
    <section aria-labelledby="objections">
      <h2 className="nhsuk-heading-m" id="objections">
        Objections
      </h2>
      {objections.map((objection) => (
        <section className="app-evidence" key={objection.id} aria-labelledby={objection.id}>
          <h3 className="nhsuk-heading-s" id={objection.id}>
            {objection.ground === null ? 'Objection' : GROUND_TEXT[objection.ground]}
          </h3>
          <p className="nhsuk-body-s">
            {objection.name}, {objection.email}, on {dayAndTime(objection.madeAt)}
          </p>
          <p className="app-narrative">{objection.text}</p>
          {objection.closedAt === null ? (
            <Closing id={objection.id} refused={refused} />
          ) : (
            <p>
              {objection.outcome === 'upheld' ? 'Upheld' : 'Dismissed'} on{' '}
              {dayAndTime(objection.closedAt)}. {objection.outcomeReason}
            </p>
          )}
        </section>
      ))}
    </section>
  );
}

function Closing({ id, refused }: { readonly id: string; readonly refused: Refused | null }) {
  const mine = refused?.typed['objection'] === id ? refused : null;
  return (
    <form method="post" noValidate>
      <input type="hidden" name="objection" value={id} />
      <Choices
        kind="radio"
        name="outcome"
        idPrefix={`outcome-${id}`}
        label="Outcome"
        size="s"
        options={[
          { value: 'upheld', label: 'Upheld: the award is withdrawn, for the reason below' },
          { value: 'dismissed', label: 'Dismissed: the award stands' },
        ]}
        chosen={[mine?.typed['outcome'] ?? '']}
        error={mine?.errors[`outcome-${id}`]}
      />
      <TextArea
        name={`reason-${id}`}
        label="Reason"
        hint="Where the objection is upheld, everyone reads it."
        rows={3}
        value={mine?.typed[`reason-${id}`]}
        error={mine?.errors[`reason-${id}`]}
      />
      <button
        className="nhsuk-button nhsuk-button--secondary"
        name="intent"
        value="close-objection"
      >
        Close the objection
      </button>
    </form>
  );
}
