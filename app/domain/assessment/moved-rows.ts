// An assessment that is kept, moved to a newer version of its charter: what of it is written again. What is
// unchanged is not. Source: scoring.md, Versions.
import { type Charter, charterName } from '#app/domain/charter/charter.ts';
import { checkOffered } from '#app/domain/charter/offer.ts';
import { differInWordingOnly, isNewer } from '#app/domain/charter/newer.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Ticked } from '#app/domain/charter/ticked.ts';
import type { CarriedCriterion, CarryOver } from './carried-answers.ts';
import { successorsOf } from './move-assessment.ts';

export type NotMovedTo =
  | { readonly code: 'no-such-version' }
  /** Something changed since the preview: look at it again. */
  | { readonly code: 'preview-old' };

type Moving = {
  /** undefined = there is none of that name. */
  readonly to: { readonly published: boolean; readonly charter: Charter } | undefined;
  readonly isRetired: boolean;
  /** The version of the assessment, and the one that the preview was made of. */
  readonly version: number;
  readonly readVersion: number;
};

/** The charter that it is moved to: a later one that is offered, as the preview showed it. */
export function checkMove(
  from: Charter,
  { to, isRetired, version, readVersion }: Moving,
): Result<Charter, NotMovedTo> {
  const offered = checkOffered(to, isRetired);
  if (!offered.ok || !isNewer(from, offered.value.charter)) {
    return refused({ code: 'no-such-version' });
  }
  return version === readVersion ? ok(offered.value.charter) : refused({ code: 'preview-old' });
}

type Bound = { readonly targetLevel: string; readonly roundId: string | null };

/** The new version with the target level, where it has it, and the round, where that takes it. */
export function boundTo(
  to: Charter,
  from: Charter,
  { targetLevel, roundId }: Bound,
): Bound & { readonly charter: string } {
  const levels = to.levels.map(({ id }) => id);
  return {
    charter: charterName(to),
    targetLevel: levels.includes(targetLevel) ? targetLevel : (levels[0] ?? ''),
    roundId: differInWordingOnly(from, to) ? roundId : null,
  };
}

/** What becomes of the answer that a criterion follows from. */
export type MovedAnswer = {
  /** The criterion that it was given to. */
  readonly from: string;
  /** Whether it is copied under another id, with its evidence. */
  readonly isRenamed: boolean;
  /** Whether it is written again. */
  readonly isChanged: boolean;
  /** Whether it is to be looked at. */
  readonly isMarked: boolean;
  readonly claimed: number | null;
  /** What stays ticked; null = nothing. */
  readonly statements: Ticked | null;
};

/** null = nothing follows: the criterion is new, or several became one. `claimed` is what is kept; undefined = no answer is. */
export function movedAnswer(
  { id, outcome, from, answer, ticksGone }: CarriedCriterion,
  claimedIn: (criterion: string) => number | null | undefined,
): MovedAnswer | null {
  const [source] = from;
  if (source === undefined || outcome === 'merged') return null;
  const kept = claimedIn(source.criterion);
  if (outcome === 'note') return movedNote(source.criterion, id, kept);
  const claimed = answer?.claimed ?? null;
  const isRenamed = source.criterion !== id;
  const isMarked = outcome === 'review' || isRenamed;
  const differs = isMarked || outcome !== 'carried' || claimed !== kept || ticksGone > 0;
  const isChanged = kept !== undefined && differs;
  const statements = answer?.statements ?? null;
  return { from: source.criterion, isRenamed, isChanged, isMarked, claimed, statements };
}

// What a department had answered stays in its row as it was; what is left of it to read is its note.
function movedNote(from: string, id: string, kept: number | null | undefined): MovedAnswer {
  const isRenamed = from !== id;
  const isChanged = isRenamed && kept !== undefined;
  return { from, isRenamed, isChanged, isMarked: false, claimed: kept ?? null, statements: null };
}

/** The actions that name other criteria now, with those: they follow to what their criteria became. */
export function movedActions<Action extends { readonly criteria: readonly string[] }>(
  actions: readonly Action[],
  carried: CarryOver,
): readonly { readonly action: Action; readonly criteria: readonly string[] }[] {
  const successors = successorsOf(carried);
  return actions
    .map((action) => ({
      action,
      criteria: [...new Set(action.criteria.flatMap((id) => successors.get(id) ?? []))],
    }))
    .filter(({ action, criteria }) => criteria.join(' ') !== action.criteria.join(' '));
}

/** The counts of indicators that mean something else now. */
export function replacedCounts<Count extends { readonly indicator: string }>(
  counts: readonly Count[],
  { diff }: CarryOver,
): readonly Count[] {
  const replaced = diff.indicators.filter(({ kind }) => kind === 'replaced').map(({ id }) => id);
  return counts.filter(({ indicator }) => replaced.includes(indicator));
}
