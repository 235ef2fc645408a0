// The statements that a reviewer or a panel found true for a criterion, in their words.
import { type Charter, findCriterion } from '#app/domain/charter/charter.ts';
import { type Ticked, tickedUpTo } from '#app/domain/charter/ticked.ts';
import type { DecidedCriterion } from '#app/domain/formats/decision-record.ts';
import { statementsShown, type StatementsShown } from '#words/kit/statement-words.ts';

type Agreed = {
  readonly criterion: string;
  readonly rating: number | null;
  readonly statements: Ticked | null;
};

/** As an answer shows its own; null where the charter asks for none, or ‘not applicable’ is agreed. */
export function agreedStatements(
  charter: Charter,
  { criterion: id, rating, statements }: Agreed,
): StatementsShown | null {
  const criterion = findCriterion(charter, id);
  if (criterion === undefined || rating === null) return null;
  const ticked = statements ?? tickedUpTo(criterion, rating);
  return statementsShown(charter, criterion, { claimed: rating, statements: ticked });
}

/** As a record holds them; null where the rating was agreed without. */
export function recordedStatements(
  charter: Charter,
  { criterion, consensus: rating, statements }: DecidedCriterion,
): StatementsShown | null {
  return statements === undefined
    ? null
    : agreedStatements(charter, { criterion, rating, statements });
}
