// What a comparison of two versions of a charter says, part by part.
// Source: scoring.md, Versions. The comparison itself is in diff.ts.
import type { Charter } from './charter.ts';
import type { PartsChanged } from './diff/diff-criterion.ts';
import type { LevelChange } from './diff/diff-levels.ts';
import type { Origin } from './succession.ts';
import type { Bump, Cause } from './version-bump.ts';

export type CriterionChange = {
  readonly id: string;
  /**
   * changed = its question, a descriptor or anything that scoring reads, or it is part of a split
   * or a merge; wording = only other texts, time or word limits.
   */
  readonly kind: 'unchanged' | 'wording' | 'changed' | 'added' | 'removed';
  /** How it follows from the older version; 'none' = it is removed. */
  readonly origin: Origin['kind'] | 'none';
  /** Ids in the older version that it follows from. */
  readonly from: readonly string[];
  /** What differs from the one criterion that it follows from; empty where there is not just one. */
  readonly parts: PartsChanged;
};

export type IndicatorChange = {
  readonly id: string;
  /** replaced = of another kind, so that old counts mean nothing. */
  readonly kind: 'unchanged' | 'wording' | 'changed' | 'replaced' | 'added' | 'removed';
};

export type ScaleChange = {
  /** changed = another number of ratings or another label; wording = only what a rating means. */
  readonly kind: 'unchanged' | 'wording' | 'changed';
  readonly before: Charter['scale'];
  readonly after: Charter['scale'];
};

export type CharterDiff = {
  /** id@version of the older and of the newer version. */
  readonly from: string;
  readonly to: string;
  readonly scale: ScaleChange;
  /** The newer version's criteria in order, then those removed. */
  readonly criteria: readonly CriterionChange[];
  readonly levels: readonly LevelChange[];
  readonly indicators: readonly IndicatorChange[];
  /** Every reason for a new version, each with the least step that it needs. */
  readonly causes: readonly Cause[];
  /** The least step that tells the truth; 'none' = nothing changed. */
  readonly needs: Bump | 'none';
  readonly declared: Bump | 'none' | 'lower';
  readonly truthful: boolean;
  /**
   * Criteria whose question or descriptors changed: if one now asks something else, the step is
   * major, which only a reader can tell.
   */
  readonly toJudge: readonly string[];
};
