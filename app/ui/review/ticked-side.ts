// What is ticked, beside a rating and a reason, where two versions stand side by side.
import type { Ticked } from '#app/domain/charter/ticked.ts';
import type { SubmittedCriterion } from '#app/queries/review/rating-page.ts';
import { STATEMENTS, tickedTexts } from '#words/kit/statement-words.ts';

/** A line each; nothing where the charter asks for no statements one by one. */
export function tickedSide(
  { criterion, statements }: Pick<SubmittedCriterion, 'criterion' | 'statements'>,
  ticked: Ticked,
) {
  if (statements === null) return [];
  const texts = tickedTexts(criterion.ratings, ticked).map(({ text }) => text);
  return [{ label: STATEMENTS.ticked, text: texts.join('\n') }];
}
