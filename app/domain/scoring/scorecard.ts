// The result of scoring: every number exact, every cap and condition with its reason.
import type { Precondition } from '#app/domain/charter/facts.ts';
import type { MissingReason } from './answer.ts';
import type { Score } from '#app/domain/charter/percent.ts';
import type { Ratio, Threshold } from '#app/domain/charter/values.ts';

/** Why a claim counts only in part (scoring.md, Terms and Indicator rules). */
export type Cap =
  | {
      readonly kind: 'evidence';
      /** The supported rating is capped just below this rating. */
      readonly from: number;
      readonly minimum: number;
      readonly has: number;
      /** The kind of evidence that is asked for; left out = any. */
      readonly evidenceKind?: string;
      /** The figure that it stands in for, and why that is missing (format 2, `alternative`). */
      readonly insteadOf?: { readonly indicator: string; readonly why: MissingReason };
    }
  | {
      readonly kind: 'indicator';
      readonly indicator: string;
      readonly from: number;
      /** missing = there is no figure to compare; outside = the rule is not met. */
      readonly state: 'missing' | 'outside';
      /**
       * Why it is missing, or that only the first group had the outcome, which no `max` allows; left out
       * elsewhere, and in results that were recorded before it was.
       */
      readonly why?: MissingReason | 'first-only';
      readonly min: Ratio | null;
      readonly max: Ratio | null;
      readonly rises: boolean;
      readonly numeratorNotLower?: true;
      /** Another trend, whose share at the end this one has to reach. */
      readonly atLeastShareOf?: string;
      /** The indicator whose counts are not entered, where it is the other trend. */
      readonly enter?: string;
      /** Everything of which one has to hold, where that is more than this. */
      readonly or?: readonly CapCheck[];
    };

/** What was asked of one indicator. */
export type CapCheck = {
  readonly indicator: string;
  readonly min: Ratio | null;
  readonly max: Ratio | null;
  readonly rises: boolean;
  readonly numeratorNotLower?: true;
  readonly atLeastShareOf?: string;
};

export type CriterionScore = {
  readonly id: string;
  readonly section: string;
  readonly weight: number;
  /** false = a justified 'not applicable': out of every numerator and denominator. */
  readonly applicable: boolean;
  /** The facts for which it does not apply (format 2, `appliesWhen`); left out where it is no matter of facts. */
  readonly ruledOutBy?: readonly string[];
  readonly answered: boolean;
  /** null = nothing claimed. */
  readonly claimed: number | null;
  /** 0 to M; 0 where unanswered or not applicable. */
  readonly supported: number;
  readonly reasons: readonly Cap[];
  readonly points: number;
  readonly available: number;
};

export type SectionScore = {
  readonly id: string;
  /** null = no applicable criterion, so no score and no condition. */
  readonly score: Score | null;
};

/**
 * One condition of a level, with what it needs and what it has (scoring.md, A level is met when…, and What
 * charter format 2 adds).
 */
export type Condition =
  | {
      readonly kind: 'overall';
      readonly met: boolean;
      readonly needs: Threshold;
      readonly has: Score | null;
      /** Points missing to meet it; 0 when met. */
      readonly short: number;
    }
  | {
      readonly kind: 'section';
      readonly met: boolean;
      readonly section: string;
      readonly needs: Threshold;
      readonly has: Score;
      readonly short: number;
    }
  | {
      readonly kind: 'required';
      readonly met: boolean;
      readonly criterion: string;
      readonly needs: number;
      /** The supported rating; null where not applicable, which satisfies it. */
      readonly has: number | null;
      readonly short: number;
    }
  | {
      readonly kind: 'coverage';
      readonly met: boolean;
      readonly needs: Threshold;
      /** points = answered criteria, available = applicable criteria. */
      readonly has: Score;
      readonly short: number;
    }
  | {
      readonly kind: 'floor';
      readonly met: boolean;
      /** The section whose criteria it is about; null = every applicable criterion. */
      readonly section: string | null;
      readonly needs: number;
      /** Applicable criteria below it, in charter order. */
      readonly below: readonly string[];
      /** How many of them there are. */
      readonly short: number;
    }
  | {
      readonly kind: 'any-of';
      readonly met: boolean;
      /** The id of the condition in the charter. */
      readonly id: string;
      readonly rating: number;
      /** The criteria that it names. */
      readonly of: readonly string[];
      /** How many have to reach the rating: no more than apply. */
      readonly needs: number;
      /** Those that apply and reach it. */
      readonly has: number;
      /** Those that apply, and the fewest that may. */
      readonly left: number;
      readonly minimumLeft: number;
      readonly short: number;
    }
  | {
      readonly kind: 'answered';
      readonly met: boolean;
      /** The criteria that it names, and those of them that apply and have no answer. */
      readonly criteria: readonly string[];
      readonly unanswered: readonly string[];
      readonly short: number;
    }
  | {
      readonly kind: 'precondition';
      readonly met: boolean;
      readonly precondition: Precondition;
      /** 'unknown' = a fact is not entered; it is not met until it is. */
      readonly state: 'yes' | 'no' | 'unknown';
      /** Full years held; null = not a matter of years, or not known. */
      readonly years: number | null;
      readonly short: number;
    };

export type LevelScore = {
  readonly id: string;
  /** This level's own conditions; the level reached is cumulative. */
  readonly met: boolean;
  readonly conditions: readonly Condition[];
};

export type Scorecard = {
  /** id@version */
  readonly charter: string;
  readonly answered: number;
  readonly applicable: number;
  /** Ids of applicable criteria without a claim, in charter order. */
  readonly unanswered: readonly string[];
  readonly overall: Score | null;
  readonly sections: readonly SectionScore[];
  readonly criteria: readonly CriterionScore[];
  readonly levels: readonly LevelScore[];
  /** The highest level such that it and every level below it are met; null = none. */
  readonly level: string | null;
};
