// Scoring a second time, written only from the definitions in scoring.md and unlike the product:
// fractions of big integers, ratings found by trying each one. The laws compare the two.
import type { Answer, CountedAnswers, Count } from '#app/domain/scoring/answer.ts';
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';
import type { IndicatorRule } from '#app/domain/charter/schema.ts';

type Fraction = readonly [over: bigint, under: bigint];

/** Where every criterion stands: its rating, null = not applicable; and who is answered. */
export type Standing = {
  readonly ratings: ReadonlyMap<string, number | null>;
  readonly answered: ReadonlySet<string>;
};

const fraction = (over: number, under: number): Fraction => [BigInt(over), BigInt(under)];
const atLeast = (a: Fraction, b: Fraction) => a[0] * b[1] >= b[0] * a[1];
const divided = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1], a[1] * b[0]];
const share = ({ numerator, denominator }: Count) => fraction(numerator, denominator);

/** Whether one indicator rule lets a rating stand, or why not. */
export function indicatorAllows(
  rule: IndicatorRule,
  charter: Charter,
  set: CountedAnswers,
): 'yes' | 'missing' | 'outside' {
  const indicator = charter.indicators.find((each) => each.id === rule.indicator);
  const given = set.indicators.get(rule.indicator);
  if (!indicator || !given) return 'missing';
  for (const { denominator } of [given.first, given.second]) {
    if (denominator === 0 || denominator < indicator.minimumDenominator) return 'missing';
  }
  const [first, second] = [share(given.first), share(given.second)];
  if (indicator.kind === 'trend') return atLeast(first, second) ? 'outside' : 'yes';
  // Nobody in the second group: compared by the products alone, as scoring.md writes it.
  const [a, c] = [given.first.numerator, given.second.numerator];
  if (a === 0 && c === 0) return 'missing';
  if (c === 0) return rule.max ? 'outside' : 'yes';
  const likelihood = divided(first, second);
  if (rule.min && !atLeast(likelihood, share(rule.min))) return 'outside';
  if (rule.max && !atLeast(share(rule.max), likelihood)) return 'outside';
  return 'yes';
}

/** The size of the largest choice in which no file and no link stands twice, found by trying each. */
function evidenceItems(answer: Answer): number {
  const useful = answer.evidence.filter(({ title, file, link, dataTable }) => {
    const held = `${file ?? ''}${link ?? ''}${dataTable ?? ''}`;
    return /\S/.test(title) && /\S/.test(held);
  });
  const largest = (left: typeof useful): number => {
    const [first, ...rest] = left;
    if (first === undefined) return 0;
    const same = (one: string | null, other: string | null) =>
      one !== null && /\S/.test(one) && one === other;
    const others = rest.filter((x) => !same(first.file, x.file) && !same(first.link, x.link));
    return Math.max(1 + largest(others), largest(rest));
  };
  return largest(useful);
}

/** The highest rating up to the claim at which every rule from that rating down holds. */
function supported(
  criterion: Criterion,
  answer: Answer,
  charter: Charter,
  set: CountedAnswers,
): number {
  const stands = (rating: number) =>
    criterion.evidenceRules.every((r) => r.from > rating || evidenceItems(answer) >= r.minimum) &&
    criterion.indicatorRules.every(
      (r) => r.from > rating || indicatorAllows(r, charter, set) === 'yes',
    );
  let rating = answer.claimed ?? 0;
  while (rating > 0 && !stands(rating)) rating -= 1;
  return rating;
}

const isAnswered = (answer: Answer, highest: number) =>
  answer.notApplicable === null &&
  Array.from({ length: highest + 1 }, (_, rating) => rating).some((r) => r === answer.claimed);

/** Ratings and answers as the definitions have them. */
export function standingOf(charter: Charter, set: CountedAnswers): Standing {
  const ratings = new Map<string, number | null>();
  const answered = new Set<string>();
  for (const criterion of charter.sections.flatMap((section) => section.criteria)) {
    const answer = set.answers.get(criterion.id);
    if (criterion.notApplicable !== null && /\S/.test(answer?.notApplicable ?? '')) {
      ratings.set(criterion.id, null);
    } else if (answer && isAnswered(answer, charter.scale.length - 1)) {
      answered.add(criterion.id);
      ratings.set(criterion.id, supported(criterion, answer, charter, set));
    } else {
      ratings.set(criterion.id, 0);
    }
  }
  return { ratings, answered };
}

/** Points and available points of some criteria; null where none of them is applicable. */
export function scoreOf(
  charter: Charter,
  criteria: readonly Criterion[],
  { ratings }: Standing,
): readonly [points: number, available: number] | null {
  let [points, available] = [0, 0];
  for (const { id, weight } of criteria) {
    const rating = ratings.get(id) ?? null;
    if (rating === null) continue;
    points += weight * rating;
    available += weight * (charter.scale.length - 1);
  }
  return available === 0 ? null : [points, available];
}

/** The answered share of the applicable criteria, as counts. */
function coverageOf({ ratings, answered }: Standing): readonly [number, number] {
  const applicable = [...ratings].filter(([, rating]) => rating !== null).map(([id]) => id);
  return [applicable.filter((id) => answered.has(id)).length, applicable.length];
}

/** Whether a level's own conditions hold. */
export function isMet(charter: Charter, index: number, standing: Standing): boolean {
  const level = charter.levels[index];
  const all = scoreOf(
    charter,
    charter.sections.flatMap((section) => section.criteria),
    standing,
  );
  if (!level || all === null) return false;
  const reaches = (
    score: readonly [number, number] | null,
    threshold: { hundredths: number } | null,
  ) =>
    score === null ||
    threshold === null ||
    atLeast(fraction(...score), fraction(threshold.hundredths, 10_000));
  return (
    reaches(all, level.overall) &&
    charter.sections.every((section) =>
      reaches(
        scoreOf(charter, section.criteria, standing),
        level.sections.get(section.id) ?? level.section,
      ),
    ) &&
    [...level.requires].every(([id, rating]) => (standing.ratings.get(id) ?? rating) >= rating) &&
    reaches(coverageOf(standing), level.coverage) &&
    charter.sections.every((section) =>
      section.criteria.every(({ id }) => {
        const rating = standing.ratings.get(id) ?? null;
        const floor = Math.max(level.floor, level.floors.get(section.id) ?? 0);
        return rating === null || rating >= floor;
      }),
    ) &&
    level.anyOf.every(({ of, rating, count, minimumLeft }) => {
      const left = of.flatMap((id) => standing.ratings.get(id) ?? []);
      const enough = left.toSorted((a, b) => b - a).slice(0, count);
      return left.length >= minimumLeft && enough.every((has) => has >= rating);
    }) &&
    level.answered.every((id) => standing.ratings.get(id) === null || standing.answered.has(id))
  );
}

/** How many levels from the lowest up are met without a gap. */
export function levelsReached(charter: Charter, standing: Standing): number {
  let reached = 0;
  while (isMet(charter, reached, standing)) reached += 1;
  return reached;
}
