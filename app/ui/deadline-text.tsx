// The deadline of an assessment in one line, wherever its name stands.
import type { Deadline } from '#app/queries/deadline.ts';
import { dayAndTime } from './time.ts';

type Props = { readonly deadline: Deadline | null; readonly state: string };

export function DeadlineText({ deadline, state }: Props) {
  if (state === 'submitted') return <p>Submitted.</p>;
  if (deadline === null) return null;
  const verb = deadline.state === 'closed' ? 'closed' : 'closes';
  return (
    <p>
      {deadline.name} {verb} on <strong>{dayAndTime(deadline.closesAt)}</strong>, London time.
    </p>
  );
}
