// What counts of people must be before they are kept: four whole numbers that can be true, or none.
import { type FieldProblem, tidy, tooLong } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { IndicatorCounts } from '#app/domain/scoring/answer.ts';
import { COUNT_LIMITS } from '#app/domain/limits.ts';

/** The numbers as entered; null = left empty. NaN stands for a text that is no number. */
export type EnteredCounts = {
  readonly firstNumerator: number | null;
  readonly firstDenominator: number | null;
  readonly secondNumerator: number | null;
  readonly secondDenominator: number | null;
  /** Where the numbers come from. */
  readonly source: string;
};

export type CountsFieldProblem = FieldProblem<keyof EnteredCounts>;

export type CheckedCounts = {
  /** null = all four were left empty: the indicator has no counts. */
  readonly counts: IndicatorCounts | null;
  readonly source: string;
};

const NUMBERS = [
  'firstNumerator',
  'firstDenominator',
  'secondNumerator',
  'secondDenominator',
] as const;

/** The counts as they are kept, or everything that is wrong with them. */
export function checkCounts(
  entered: EnteredCounts,
): Result<CheckedCounts, readonly CountsFieldProblem[]> {
  const source = tidy(entered.source);
  const tooLongSource = tooLong('source', source, COUNT_LIMITS.sourceCharacters);
  if (NUMBERS.every((field) => entered[field] === null)) {
    return tooLongSource.length > 0 ? refused(tooLongSource) : ok({ counts: null, source });
  }
  const problems: readonly CountsFieldProblem[] = [
    ...NUMBERS.flatMap((field) => numberProblem(field, entered[field])),
    ...aboveDenominator('firstNumerator', entered.firstNumerator, entered.firstDenominator),
    ...aboveDenominator('secondNumerator', entered.secondNumerator, entered.secondDenominator),
    ...tooLongSource,
  ];
  if (problems.length > 0) return refused(problems);
  return ok({
    counts: {
      first: count(entered.firstNumerator, entered.firstDenominator),
      second: count(entered.secondNumerator, entered.secondDenominator),
    },
    source,
  });
}

function numberProblem(
  field: (typeof NUMBERS)[number],
  entered: number | null,
): readonly CountsFieldProblem[] {
  if (entered === null) return [{ field, code: 'required' }];
  const most = COUNT_LIMITS.people;
  const whole = Number.isInteger(entered) && entered >= 0 && entered <= most;
  return whole ? [] : [{ field, code: 'not-a-whole-number', most }];
}

// The numerator counts some of the people of the denominator.
function aboveDenominator(
  field: 'firstNumerator' | 'secondNumerator',
  numerator: number | null,
  denominator: number | null,
): readonly CountsFieldProblem[] {
  if (numerator === null || denominator === null) return [];
  return numerator > denominator ? [{ field, code: 'above-denominator' }] : [];
}

function count(numerator: number | null, denominator: number | null) {
  return { numerator: numerator ?? 0, denominator: denominator ?? 0 };
}
