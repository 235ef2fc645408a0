// Which criteria apply where facts decide it. Source: scoring.md, What charter format 2 adds, Facts and `appliesWhen`.
import { allCriteria, type Charter, type Criterion } from '#app/domain/charter/charter.ts';
import { type Facts, factsIn, holds } from '#app/domain/charter/facts.ts';
import type { AnswerSet } from './answer.ts';

const NO_FACTS: Facts = new Map();

/** The facts for which a criterion does not apply; null where it does, or where that is not known. */
export function factsAgainst(
  { appliesWhen }: Criterion,
  facts: Facts = NO_FACTS,
): readonly string[] | null {
  if (appliesWhen === null || holds(appliesWhen, facts) !== false) return null;
  return factsIn(appliesWhen).filter((fact) => facts.has(fact));
}

/** The criteria that no fact rules out, in the order of the charter: those that a panel rates. */
export function applyingCriteria(
  charter: Pick<Charter, 'sections'>,
  { facts }: { readonly facts?: AnswerSet['facts'] },
): readonly Criterion[] {
  return allCriteria(charter).filter((criterion) => factsAgainst(criterion, facts) === null);
}
