// A seat that somebody else takes, because ratings are due and do not come. Whether the one who sits there
// has sealed is told to nobody but the administrator before the discussion is open: the chair hears of every
// request at the same two moments, whatever became of it.
import type { Phase } from './standing.ts';

export type RequestFacts = {
  readonly phase: Phase;
  /** Whether the member who was named has sealed. */
  readonly sealed: boolean;
  /** Who took the seat, and whether they have declared that they have no conflict; null = nobody. */
  readonly replacement: { readonly accepted: boolean } | null;
};

type Change = {
  readonly memberId: string;
  /** null = nobody has taken the seat. */
  readonly replacementId: string | null;
  readonly acceptedAt: string | null;
};

/** Who filled the seat that was asked for, or is asked to: the first who accepted, else the last; null = nobody. */
export function filling<C extends Change>(changes: readonly C[], asked: C): C | null {
  if (asked.replacementId === null) return null;
  if (asked.acceptedAt !== null) return asked;
  const next = changes.find(({ memberId }) => memberId === asked.replacementId);
  return (next && filling(changes, next)) ?? asked;
}

/** The request that somebody who accepts a seat answers: their own, or that for whoever did not accept it. */
export function answeredBy<C extends Change & { readonly askedBy: string | null }>(
  changes: readonly C[],
  taken: C,
): C | null {
  if (taken.askedBy !== null) return taken;
  const before = changes.find(({ replacementId }) => replacementId === taken.memberId);
  return before === undefined || before.acceptedAt !== null ? null : answeredBy(changes, before);
}

/** Whether the chair still waits for an answer to a request when the discussion opens; `filled` is who filled the seat. */
export function isUnanswered(
  asked: { readonly askedBy: string | null },
  filled: Change | null,
): boolean {
  return asked.askedBy !== null && (filled === null || filled.acceptedAt === null);
}

/** What the chair is told of a request to replace a member. */
export type RequestAnswer = 'waiting' | 'taken' | 'not-accepted' | 'sealed' | 'not-replaced';

/** The answer; ‘waiting’ until a replacement has accepted or the discussion is open. */
export function answerTo({ phase, sealed, replacement }: RequestFacts): RequestAnswer {
  if (replacement?.accepted === true) return 'taken';
  if (phase === 'rating') return 'waiting';
  if (replacement !== null) return 'not-accepted';
  return sealed ? 'sealed' : 'not-replaced';
}
