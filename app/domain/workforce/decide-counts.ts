// Whether counts of people are to be written over those that are saved, and which version they get.
import type { Charter } from '#app/domain/charter/charter.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import {
  type CheckedCounts,
  checkCounts,
  type CountsFieldProblem,
  type EnteredCounts,
} from './check-counts.ts';

export type CountsRefused =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-valid'; readonly fields: readonly CountsFieldProblem[] };

type SavedCounts = { readonly [Field in keyof EnteredCounts]: EnteredCounts[Field] } & {
  readonly version: number;
};

type Entering = {
  readonly indicator: string;
  readonly entered: EnteredCounts;
  readonly saved: SavedCounts | null;
  /** The version that was on the page; 0 = no counts yet. */
  readonly readVersion: number;
  readonly assessmentVersion: number;
};

export type DecidedCounts = CheckedCounts & {
  /** Whether they are to be written; otherwise they are there already. */
  readonly changes: boolean;
  /** The version that is there afterwards; 0 = none, they are cleared. */
  readonly version: number;
};

/**
 * The counts as they are kept. Counts that are entered again after they were cleared get a version that they
 * never had, so that a page from before cannot save over them. The assessment's version is at least as high as
 * any part's.
 */
export function decideCounts(
  charter: Pick<Charter, 'indicators'>,
  { indicator, entered, saved, readVersion, assessmentVersion }: Entering,
): Result<DecidedCounts, CountsRefused> {
  if (!charter.indicators.some(({ id }) => id === indicator)) return refused({ code: 'not-found' });
  const checked = checkCounts(entered);
  if (!checked.ok) return refused({ code: 'not-valid', fields: checked.problem });
  if (isSame(saved, checked.value)) {
    return ok({ ...checked.value, changes: false, version: saved?.version ?? 0 });
  }
  const next = (readVersion === 0 ? assessmentVersion : readVersion) + 1;
  const version = checked.value.counts === null ? 0 : next;
  return ok({ ...checked.value, changes: true, version });
}

function isSame(saved: SavedCounts | null, { counts, source }: CheckedCounts): boolean {
  if (saved === null || counts === null) return saved === counts;
  return (
    saved.firstNumerator === counts.first.numerator &&
    saved.firstDenominator === counts.first.denominator &&
    saved.secondNumerator === counts.second.numerator &&
    saved.secondDenominator === counts.second.denominator &&
    saved.source === source
  );
}
