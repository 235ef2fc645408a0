// By when the panel's revisions are due, in a line, wherever the state of an assessment is told.
import { addressOf } from '#app/addresses.ts';
import type { Revisions } from '#app/queries/submission/required-meanwhile.ts';
import { dayText } from '#words/kit/time.ts';

type Props = {
  readonly id: string;
  readonly state: string;
  readonly revisions: Revisions | null;
};

export function RevisionsLine({ id, state, revisions }: Props) {
  if (revisions === null) return null;
  const { dueOn, criteria } = revisions;
  return (
    <p>
      Revisions are due by <strong>{dayText(dueOn)}</strong>
      {criteria.length === 0 ? '' : `, for ${criteria.join(', ')}`}.{' '}
      <a
        href={addressOf(
          state === 'submitted' ? '/assessments/:id/decision' : '/assessments/:id/check',
          { id },
        )}
      >
        Read what the panel requires
      </a>
    </p>
  );
}
