// The cheapest way found by trying every combination of ratings; for small charters only.
// The order of preference is written here as a comparison of whole solutions, one after the other.
import type { CountedAnswers } from '#app/domain/scoring/answer.ts';
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';
import { indicatorAllows, levelsReached, standingOf } from './straightforward-scoring.ts';

export type Solution = {
  readonly effort: number;
  /** Positions of the changed criteria in the charter's order, rising. */
  readonly positions: readonly number[];
  /** How far each of them is raised. */
  readonly raises: readonly number[];
  /** Where each of them ends. */
  readonly ratings: readonly number[];
};

export type Question = {
  readonly charter: Charter;
  readonly set: CountedAnswers;
  /** How many levels from the lowest up must be met. */
  readonly levels: number;
  readonly pins: ReadonlySet<string>;
  /** Whether indicators whose counts are missing hold ratings down. */
  readonly missingHolds: boolean;
  /** The most months that one criterion may take; left out = any number. */
  readonly months?: number;
};

/** The preferred solution; null where no combination meets the levels. */
export function bruteForce(question: Question): Solution | null {
  const { charter, set, levels } = question;
  const criteria = charter.sections.flatMap((section) => section.criteria);
  const now = standingOf(charter, set);
  // Answering costs nothing, so that every combination may count as fully answered.
  const answered = new Set(criteria.map(({ id }) => id));
  const known = { ...now.known, unknown: 'as needed' as const };
  let best: Solution | null = null;
  for (const ratings of combinations(question, criteria, now.ratings)) {
    const found = solution(criteria, now.ratings, ratings);
    if (best !== null && compare(best, found) <= 0) continue;
    const after = new Map(criteria.map(({ id }, position) => [id, ratings[position] ?? null]));
    if (levelsReached(charter, { ratings: after, answered, known }) >= levels) best = found;
  }
  return best;
}

function* combinations(
  question: Question,
  [criterion, ...rest]: readonly Criterion[],
  now: ReadonlyMap<string, number | null>,
): Generator<readonly (number | null)[]> {
  if (criterion === undefined) {
    yield [];
    return;
  }
  for (const rating of allowed(question, criterion, now.get(criterion.id) ?? null)) {
    for (const others of combinations(question, rest, now)) yield [rating, ...others];
  }
}

function allowed(
  { charter, set, pins, missingHolds, months = Infinity }: Question,
  criterion: Criterion,
  now: number | null,
): readonly (number | null)[] {
  const claimed = standingOf(charter, set).answered.has(criterion.id)
    ? (set.answers.get(criterion.id)?.claimed ?? 0)
    : 0;
  const time = (rating: number) =>
    criterion.suggestedActions
      .filter((_, to) => to > Math.max(claimed, now ?? 0) && to <= rating)
      .reduce((sum, action) => sum + (action?.months ?? 0), 0);
  if (now === null || pins.has(criterion.id)) return [now];
  return charter.scale
    .map((_, rating) => rating)
    .filter((rating) => rating >= now)
    .filter((rating) => rating === now || time(rating) <= months)
    .filter((rating) =>
      criterion.indicatorRules.every((rule) => {
        const evidence = set.answers.get(criterion.id)?.evidence ?? [];
        const verdict = indicatorAllows(rule, charter, { set, evidence });
        const lifted = verdict === 'yes' || verdict === 'evidence';
        return rule.from > rating || lifted || (verdict === 'missing' && !missingHolds);
      }),
    );
}

function solution(
  criteria: readonly Criterion[],
  now: ReadonlyMap<string, number | null>,
  ratings: readonly (number | null)[],
): Solution {
  const from = criteria.map(({ id }) => now.get(id) ?? 0);
  const positions = [...criteria.keys()].filter((at) => (ratings[at] ?? 0) > (from[at] ?? 0));
  const efforts = positions.flatMap((at) =>
    (criteria[at]?.effort ?? []).slice(from[at] ?? 0, ratings[at] ?? 0),
  );
  return {
    effort: efforts.reduce((sum, each) => sum + each, 0),
    positions,
    raises: positions.map((at) => (ratings[at] ?? 0) - (from[at] ?? 0)),
    ratings: positions.map((at) => ratings[at] ?? 0),
  };
}

/** Below zero when `a` is preferred: effort, number changed, positions, then larger raises first. */
function compare(a: Solution, b: Solution): number {
  return (
    a.effort - b.effort ||
    a.positions.length - b.positions.length ||
    firstDifference(a.positions, b.positions) ||
    firstDifference(b.raises, a.raises)
  );
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}
