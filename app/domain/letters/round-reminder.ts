// When people are reminded that a round closes: 30, 14, 7, 2 and 1 days before. One that was missed while
// the service was down is not made up for: only the latest is written.

const REMINDER_DAYS = [30, 14, 7, 2, 1] as const;
const DAY = 24 * 60 * 60_000;

/** The days of the reminder that holds at this moment; null = none yet, or closed. In milliseconds. */
export function reminderDue({
  closesAt,
  now,
}: {
  readonly closesAt: number;
  readonly now: number;
}): number | null {
  if (now >= closesAt) return null;
  const reached = REMINDER_DAYS.filter((days) => now >= closesAt - days * DAY);
  return reached.at(-1) ?? null;
}

type ReminderKey = {
  readonly assessmentId: string;
  /** ISO 8601 UTC. */
  readonly closesAt: string;
  readonly days: number;
  readonly person: string;
};

/** One letter per person and rule; a deadline that moves to another day counts anew. */
export function reminderKey({ assessmentId, closesAt, days, person }: ReminderKey): string {
  return `reminder ${assessmentId} ${closesAt.slice(0, 10)} ${days} ${person}`;
}

type Digest = {
  readonly mine: readonly string[];
  readonly notReady: ReadonlySet<string>;
  readonly all: number;
  readonly isLead: boolean;
};

/** So many of so many criteria are not ready. */
type NotReady = { readonly left: number; readonly of: number };

export type WorkLeft = {
  /** Of those that this person was asked to write; null = none is left. */
  readonly mine: NotReady | null;
  /** Of all; null = it is not theirs to see to. */
  readonly whole: NotReady | null;
};

/** What a reminder says of the work; null = nothing is left for this person to do. */
export function workLeft({ mine, notReady, all, isLead }: Digest): WorkLeft | null {
  const left = mine.filter((id) => notReady.has(id)).length;
  if (left === 0 && !isLead) return null;
  return {
    mine: left === 0 ? null : { left, of: mine.length },
    whole: isLead ? { left: notReady.size, of: all } : null,
  };
}
