// Conflicts of interest: what is declared, and what follows; those that the service finds by itself: the
// member works or has worked where the submission comes from, or has shared an employer with the sponsor who signed it (domain.md, 1.1 Panel).
import { REVIEW_TEXTS } from '#app/domain/limits.ts';
import type { Result } from '#app/domain/problem.ts';
import { mayWrite, mustWrite, type TextRule } from '#app/domain/written-text.ts';
import { isAwaited, type Phase, type Standing } from './standing.ts';

export const CONFLICTS = ['same-organisation', 'past-employment', 'worked-with-sponsor'] as const;
export type Conflict = (typeof CONFLICTS)[number];

/** Where somebody works now, and where they say they have worked; ids of organisations. */
export type WorkPlaces = {
  readonly id: string;
  readonly now: readonly string[];
  readonly before: readonly string[];
};

type Given = {
  readonly member: WorkPlaces;
  /** Where the submission comes from. */
  readonly organisation: string;
  /** Who signed it. */
  readonly sponsor: WorkPlaces;
};

/** Every conflict that is found, in the order of CONFLICTS; empty = none is known. */
export function conflictsOf({ member, organisation, sponsor }: Given): readonly Conflict[] {
  const sponsors = new Set([...sponsor.now, ...sponsor.before]);
  const found: Readonly<Record<Conflict, boolean>> = {
    'same-organisation': member.now.includes(organisation),
    'past-employment': member.before.includes(organisation),
    'worked-with-sponsor':
      member.id === sponsor.id || [...member.now, ...member.before].some((id) => sponsors.has(id)),
  };
  return CONFLICTS.filter((conflict) => found[conflict]);
}

/** What the conflict is, as it is kept; it is said where there is one. */
export function checkInterest({
  conflict,
  reason,
}: {
  readonly conflict: boolean;
  readonly reason: string;
}): Result<string, TextRule<'interest-reason-wrong'>> {
  return (conflict ? mustWrite : mayWrite)(REVIEW_TEXTS.interest, reason);
}

/** What a declaration changes for others while the panel rates; null = nothing. */
export function followsDeclaring({
  conflict,
  phase,
  standing,
}: {
  readonly conflict: boolean;
  readonly phase: Phase;
  /** Theirs, before they declared. */
  readonly standing: Standing;
}): 'accepts-seat' | 'awaited-no-more' | null {
  if (phase !== 'rating') return null;
  if (!conflict) return 'accepts-seat';
  return isAwaited(standing) ? 'awaited-no-more' : null;
}
