// What a department says about one criterion, and the counts behind the indicators.
import type { Ticked } from '#app/domain/charter/ticked.ts';
import type { Facts } from '#app/domain/charter/facts.ts';
import { hasVisibleText } from '#app/domain/visible-text.ts';
import { countWords } from '#app/domain/counted-words.ts';

/** One thing shown in support of a claim. */
export type EvidenceItem = {
  readonly title: string;
  /** What the item shows. */
  readonly description: string;
  /** A name of an uploaded file, an https address or the name of a data table; one at least to count. */
  readonly file: string | null;
  /** The fingerprint of the file's content, where it is known: the same content is the same file. */
  readonly sha256?: string;
  readonly link: string | null;
  readonly dataTable: string | null;
  /** The id of one of the charter's kinds of evidence; left out = none. */
  readonly kind?: string;
  /** The file whose content was erased for good; it counts no more, unless what has it was submitted. */
  readonly erased?: { readonly file: string; readonly at: string; readonly reason: string };
};

export type Answer = {
  /** The claimed rating, 0 to M; null = nothing claimed yet. */
  readonly claimed: number | null;
  /** The statements that are ticked for it; left out = the rating was given alone, not confirmed one by one. */
  readonly statements?: Ticked;
  /** The written justification of 'not applicable'; null = the criterion applies. */
  readonly notApplicable: string | null;
  readonly narrative: string;
  /** How many words the narrative has, where somebody has counted them. */
  readonly words?: number;
  readonly evidence: readonly EvidenceItem[];
  /** What the department adds where its organisation answers; it counts for nothing. Left out = nothing. */
  readonly note?: string;
};

/**
 * Whether a text is a reason: 'not applicable' holds only with one, and a panel's rating is given only with
 * one. It takes a visible character.
 */
export function givesReason(text: string): boolean {
  return hasVisibleText(text);
}

/** How many words the narrative has. */
export function wordsOf({ narrative, words }: Pick<Answer, 'narrative' | 'words'>): number {
  return words ?? countWords(narrative);
}

/** People who had the outcome, out of the people of the group. Whole numbers, 0 and up. */
export type Count = { readonly numerator: number; readonly denominator: number };

/** Whether both are whole numbers, 0 and up. */
export function isCount(count: Count): boolean {
  return [count.numerator, count.denominator].every((n) => Number.isSafeInteger(n) && n >= 0);
}

/** The counts of one indicator: two groups, or for a trend the start (first) and the end (second). */
export type IndicatorCounts = { readonly first: Count; readonly second: Count };

/** A fraction of whole numbers; the denominator is at least 1. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** Why an indicator has no value. */
export type MissingReason =
  | 'no-counts'
  | 'zero-denominator'
  /** A group is smaller than the indicator's minimumDenominator. */
  | 'too-few'
  /** Nobody in either group had the outcome, so there is nothing to compare. */
  | 'no-outcome';

/** What counts say. */
export type IndicatorState =
  | { readonly kind: 'missing'; readonly why: MissingReason }
  /** The first group's share over the second group's share. */
  | { readonly kind: 'ratio'; readonly value: Fraction }
  /** Nobody in the second group had the outcome and somebody in the first: there is no ratio to divide. */
  | { readonly kind: 'first-only' }
  | {
      readonly kind: 'trend';
      readonly rises: boolean;
      /** As many people as at the start, or more, are counted at the end. */
      readonly numeratorNotLower: boolean;
    };

/** The share of one trend at its end beside that of another: at least as high, or why nothing can be said. */
export type Comparison =
  | { readonly kind: 'missing'; readonly why: MissingReason }
  | { readonly kind: 'shares'; readonly atLeast: boolean };

/** What is held of an indicator: its counts, or only what they say. Scoring is the same with either. */
export type Figure = IndicatorCounts | IndicatorState;

/** Everything that scoring reads of an assessment. Keys are criterion ids and indicator ids. */
export type AnswerSet<Held extends Figure = Figure> = {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly indicators: ReadonlyMap<string, Held>;
  /** What is known of the facts that the charter asks for. */
  readonly facts?: Facts;
  /**
   * By level: for how many full years an award of it, or of a higher one, has been held without a gap up to the
   * day of submission, where that is known.
   */
  readonly held?: ReadonlyMap<string, number>;
  /** By `comparisonKey`; where no counts are held, what they say of two trends beside each other. */
  readonly comparisons?: ReadonlyMap<string, Comparison>;
};

/** Everything that rules on indicators read. */
export type Figures = Pick<AnswerSet, 'indicators' | 'comparisons'>;

/** As it is stored and as a file holds it. */
export type CountedAnswers = AnswerSet<IndicatorCounts>;

/** Without a count of people: what pages and documents are made from, whoever reads them. */
export type ShownAnswers = AnswerSet<IndicatorState>;

/**
 * True where the item alone could count: its title has a visible character, and it has a file, a link or a
 * data table (scoring.md, Terms). Whether it is the same file or link as another: counting-evidence.ts.
 */
export function countsAsEvidence(item: EvidenceItem): boolean {
  return (
    hasVisibleText(item.title) &&
    [item.file, item.link, item.dataTable].some((held) => held !== null && held.trim() !== '')
  );
}
