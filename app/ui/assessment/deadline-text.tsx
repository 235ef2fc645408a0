// The deadline of an assessment in one line, wherever its name stands; once it is decided, what was decided.
import { addressOf } from '#app/addresses.ts';
import type { Deadline } from '#app/queries/assessment/deadline.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly id: string;
  readonly department: string;
  readonly deadline: Deadline | null;
  readonly state: string;
  /** null = the panel has not decided. */
  readonly decided: { readonly text: string; readonly isEarlier: boolean } | null;
};

export function DeadlineText({ id, department, deadline, state, decided }: Props) {
  if (decided !== null) {
    return (
      <p>
        {decided.isEarlier
          ? 'Submitted again, and not decided yet. The panel had decided: '
          : 'The panel has decided: '}
        <strong>{decided.text}</strong>.{' '}
        <a href={addressOf('/assessments/:id/decision', { id })}>
          Read the decision
          <span className="nhsuk-u-visually-hidden"> on {department}</span>
        </a>
      </p>
    );
  }
  if (state === 'submitted') return <p>Submitted.</p>;
  if (deadline === null) return null;
  const verb = deadline.state === 'closed' ? 'closed' : 'closes';
  return (
    <p>
      {deadline.name} {verb} on <strong>{dayAndTime(deadline.closesAt)}</strong>, London time.
    </p>
  );
}
