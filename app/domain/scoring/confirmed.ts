// Whether a claim is confirmed statement by statement. Source: scoring.md, What charter format 2 adds, Statements.
import { allCriteria, type Charter, type Criterion } from '#app/domain/charter/charter.ts';
import { type Ticked, tickedRating } from '#app/domain/charter/ticked.ts';
import type { Answer, AnswerSet } from './answer.ts';
import type { Scorecard } from './scorecard.ts';

type Claim = { readonly claimed: number | null; readonly statements?: Ticked | null };

/**
 * Whether what is ticked claims the same rating, where the charter asks for that. A rating that was given alone is not
 * confirmed, 0 neither: 'none of these yet' is said by nothing that is ticked. Nothing claimed needs no confirmation.
 */
export function isConfirmed(
  { cumulative }: Pick<Charter, 'cumulative'>,
  criterion: Pick<Criterion, 'statements'>,
  { claimed, statements }: Claim,
): boolean {
  if (!cumulative || claimed === null) return true;
  return (statements ?? null) !== null && tickedRating(criterion, statements ?? {}) === claimed;
}

/** The answers with ticks only where they confirm the claim: a file holds no others. */
export function withConfirmedTicks(
  charter: Pick<Charter, 'cumulative' | 'sections'>,
  answers: ReadonlyMap<string, Answer>,
): ReadonlyMap<string, Answer> {
  const criteria = new Map(allCriteria(charter).map((criterion) => [criterion.id, criterion]));
  return new Map(
    [...answers].map(([id, answer]) => {
      const criterion = criteria.get(id);
      const { statements: _, ...alone } = answer;
      const confirmed = criterion === undefined || isConfirmed(charter, criterion, answer);
      return [id, confirmed ? answer : alone];
    }),
  );
}

/** The criteria that count with a rating that is not confirmed statement by statement, each with it. */
export function criteriaToConfirm(
  charter: Charter,
  { answers }: Pick<AnswerSet, 'answers'>,
  { criteria }: Pick<Scorecard, 'criteria'>,
): readonly (readonly [string, number])[] {
  const counting = new Set(criteria.filter(({ applicable }) => applicable).map(({ id }) => id));
  return allCriteria(charter).flatMap((criterion) => {
    const answer = answers.get(criterion.id);
    const claimed = answer?.claimed ?? null;
    if (answer === undefined || claimed === null || !counting.has(criterion.id)) return [];
    return isConfirmed(charter, criterion, answer) ? [] : [[criterion.id, claimed] as const];
  });
}
