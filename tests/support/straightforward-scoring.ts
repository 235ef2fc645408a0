// Scoring a second time, written only from the definitions in scoring.md and unlike the product:
// fractions of big integers, ratings found by trying each one. The laws compare the two.
import type { Answer, CountedAnswers, Count, EvidenceItem } from '#app/domain/scoring/answer.ts';
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';
import type { Condition } from '#app/domain/charter/facts.ts';
import type { IndicatorCheck, IndicatorRule } from '#app/domain/charter/schema.ts';

type Fraction = readonly [over: bigint, under: bigint];

/** Where every criterion stands: its rating, null = not applicable; and who is answered. */
export type Standing = {
  readonly ratings: ReadonlyMap<string, number | null>;
  readonly answered: ReadonlySet<string>;
  /** What is known of preconditions; 'as needed' = what is unknown is as a level needs it. */
  readonly known: Pick<CountedAnswers, 'facts' | 'held'> & { readonly unknown?: 'as needed' };
};

const fraction = (over: number, under: number): Fraction => [BigInt(over), BigInt(under)];
const atLeast = (a: Fraction, b: Fraction) => a[0] * b[1] >= b[0] * a[1];
const divided = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1], a[1] * b[0]];
const share = ({ numerator, denominator }: Count) => fraction(numerator, denominator);

const reasons = ['no-counts', 'zero-denominator', 'too-few', 'no-outcome'] as const;
type Verdict = 'yes' | 'outside' | (typeof reasons)[number];

/** Whether one thing that is asked of one indicator holds, or why nothing can be said. */
function checkAllows(check: IndicatorCheck, charter: Charter, set: CountedAnswers): Verdict {
  const indicator = charter.indicators.find((each) => each.id === check.indicator);
  const given = set.indicators.get(check.indicator);
  if (!indicator || !given) return 'no-counts';
  const other = charter.indicators.find((each) => each.id === check.atLeastShareOf);
  const otherEnd = set.indicators.get(check.atLeastShareOf ?? '')?.second;
  if (check.atLeastShareOf !== undefined && (!other || !otherEnd)) return 'no-counts';
  const compared = [
    { count: other === undefined ? given.first : otherEnd, of: other ?? indicator },
    { count: given.second, of: indicator },
  ].flatMap(({ count, of }) => (count ? [{ ...count, least: of.minimumDenominator }] : []));
  if (compared.some(({ denominator }) => denominator === 0)) return 'zero-denominator';
  if (compared.some(({ denominator, least }) => denominator < least)) return 'too-few';
  const [one, two] = compared;
  if (!one || !two) return 'no-counts';
  const nobody = one.numerator === 0 && two.numerator === 0;
  if (other !== undefined) {
    if (nobody) return 'no-outcome';
    return atLeast(share(two), share(one)) ? 'yes' : 'outside';
  }
  if (indicator.kind === 'trend') {
    const fewer = check.numeratorNotLower === 'true' && two.numerator < one.numerator;
    return fewer || atLeast(share(one), share(two)) ? 'outside' : 'yes';
  }
  // Nobody in the second group: compared by the products alone, as scoring.md writes it.
  if (nobody) return 'no-outcome';
  if (two.numerator === 0) return check.max ? 'outside' : 'yes';
  const likelihood = divided(share(one), share(two));
  if (check.min && !atLeast(likelihood, share(check.min))) return 'outside';
  if (check.max && !atLeast(share(check.max), likelihood)) return 'outside';
  return 'yes';
}

/**
 * Whether one indicator rule lets a rating stand, or why not: 'evidence' = not yet, and so many items of a kind
 * would do in place of the figure.
 */
export function indicatorAllows(
  rule: IndicatorRule,
  charter: Charter,
  { set, evidence }: { set: CountedAnswers; evidence: readonly EvidenceItem[] },
): 'yes' | 'missing' | 'outside' | 'evidence' {
  const checks = rule.or ?? [{ ...rule, indicator: rule.indicator ?? '' }];
  const said = checks.map((check) => checkAllows(check, charter, set));
  if (said.includes('yes')) return 'yes';
  const missing = said.flatMap((each) => (each === 'outside' || each === 'yes' ? [] : each));
  if (missing.length === 0) return 'outside';
  const { alternative } = rule;
  const named: readonly string[] = alternative?.when ?? [];
  if (alternative === undefined || missing.some((why) => !named.includes(why))) return 'missing';
  const { kind, minimum } = alternative.evidence;
  const items = evidence.filter((item) => item.kind === kind);
  return evidenceItems(items) >= minimum ? 'yes' : 'evidence';
}

/** The size of the largest choice in which no file and no link stands twice, found by trying each. */
function evidenceItems(evidence: readonly EvidenceItem[]): number {
  const useful = evidence.filter(({ title, file, link, dataTable }) => {
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
  const { evidence } = answer;
  const ofKind = (kind: string | undefined) =>
    evidence.filter((item) => kind === undefined || item.kind === kind);
  const stands = (rating: number) =>
    criterion.evidenceRules.every(
      (r) => r.from > rating || evidenceItems(ofKind(r.kind)) >= r.minimum,
    ) &&
    criterion.indicatorRules.every(
      (r) => r.from > rating || indicatorAllows(r, charter, { set, evidence }) === 'yes',
    );
  let rating = answer.claimed ?? 0;
  while (rating > 0 && !stands(rating)) rating -= 1;
  return rating;
}

const isAnswered = (answer: Answer, highest: number) =>
  answer.notApplicable === null &&
  Array.from({ length: highest + 1 }, (_, rating) => rating).some((r) => r === answer.claimed);

/** A condition in numbers: 0 = false, 1 = true, a half = unknown; `all` is the least, `any` the most. */
function truth(each: Condition, facts: ReadonlyMap<string, string>): number {
  if (each.kind === 'all' || each.kind === 'any') {
    const parts = each.of.map((part) => truth(part, facts));
    return each.kind === 'all' ? Math.min(...parts) : Math.max(...parts);
  }
  if (each.kind === 'not') return 1 - truth(each.of, facts);
  const said = facts.get(each.fact);
  if (said === undefined) return 0.5;
  if (each.kind === 'at-least') return Number(said) >= each.value ? 1 : 0;
  return (each.kind === 'is' ? [each.value] : each.values).includes(said) ? 1 : 0;
}

/** Ratings and answers as the definitions have them. */
export function standingOf(charter: Charter, set: CountedAnswers): Standing {
  const ratings = new Map<string, number | null>();
  const answered = new Set<string>();
  for (const criterion of charter.sections.flatMap((section) => section.criteria)) {
    const answer = set.answers.get(criterion.id);
    const reason = answer?.notApplicable ?? null;
    const given =
      reason !== null && (criterion.notApplicableReason === 'none' || /\S/.test(reason));
    const applies = criterion.appliesWhen;
    const ruledOut = applies !== null && truth(applies, set.facts ?? new Map()) === 0;
    if (ruledOut || (criterion.notApplicable !== null && given)) {
      ratings.set(criterion.id, null);
    } else if (answer && isAnswered(answer, charter.scale.length - 1)) {
      answered.add(criterion.id);
      ratings.set(criterion.id, supported(criterion, answer, charter, set));
    } else {
      ratings.set(criterion.id, 0);
    }
  }
  return { ratings, answered, known: set };
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
    level.preconditions.every((precondition) => {
      const { facts, held, unknown } = standing.known;
      const supposed = unknown === 'as needed';
      if (precondition.kind === 'fact') {
        const said = facts?.get(precondition.fact);
        return said === undefined ? supposed : said === String(precondition.is);
      }
      const years = held?.get(precondition.level);
      return years === undefined ? supposed : years >= precondition.years;
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
