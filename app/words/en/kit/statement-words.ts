// Statements that are ticked one by one: what a form asks, and what pages and documents say of what is ticked.
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';
import { isNoneTicked, type Ticked } from '#app/domain/charter/ticked.ts';
import type { Answer } from '#app/domain/scoring/answer.ts';
import { isConfirmed } from '#app/domain/scoring/confirmed.ts';
import { ratingChoices, ratingText } from './wording.ts';

export const STATEMENTS = {
  question: 'Which of these are true of you?',
  rule: 'Tick each one that is true. Your rating is the highest of which every statement is ticked, with all of those below it.',
  none: 'None of these yet',
  upTo: (rating: string) => `Tick all up to ${rating}`,
  alone: 'or',
  ticked: 'Statements ticked',
  notConfirmed: 'Not confirmed one by one',
  noneTicked: 'No statement is ticked',
  ticksGone: 'Ticks that go, because their statements are said in other words now',
  confirmAfter: (count: number) =>
    `Ratings whose statements have to be ticked afterwards, before anybody can sign: ${count}.`,
  countsAlready:
    'These ratings count already. Nobody can sign before their statements are ticked one by one.',
  /** Rating 0, which is confirmed by ‘none of these yet’. */
  zeroToConfirm: (rating: string) =>
    `Rating ${rating} came without its statements: from a document, a copy or an earlier version. It counts, but it is not confirmed one by one, and nobody can sign before it is. Tick what is true, or ‘${STATEMENTS.none}’.`,
  toConfirm: (rating: string) =>
    `Rating ${rating} came without all of its statements: from a document, a copy or an earlier version. It counts, but it is not confirmed one by one, and nobody can sign before it is. Tick what is true, or ‘${STATEMENTS.upTo(rating)}’. With your first tick, the rating follows your ticks.`,
} as const;

/** What the statements of an answer say, rating by rating; null where the charter asks for none. */
export function statementsShown(
  charter: Charter,
  criterion: Criterion,
  answer: Pick<Answer, 'claimed' | 'statements'> | undefined,
) {
  if (!charter.cumulative) return null;
  const { claimed, statements } = answer ?? { claimed: null };
  const ticked = statements ?? {};
  return {
    /** Why the rating is not confirmed; null = it is. */
    toConfirm: isConfirmed(charter, criterion, answer ?? { claimed })
      ? null
      : STATEMENTS[claimed === 0 ? 'zeroToConfirm' : 'toConfirm'](ratingText(charter, claimed)),
    isNone: claimed === 0 && statements !== undefined && isNoneTicked(statements),
    ticked,
    /** Those that are ticked, each with its rating. */
    texts: tickedTexts(ratingChoices(charter, criterion), ticked),
  };
}

/** The statements that are ticked, each with the label of its rating. */
export function tickedTexts(ratings: ReturnType<typeof ratingChoices>, ticked: Ticked) {
  return ratings.flatMap(({ rating, label, statements }) =>
    statements
      .filter((_, index) => (ticked[rating] ?? []).includes(index + 1))
      .map((text) => ({ rating: label, text })),
  );
}

export type StatementsShown = NonNullable<ReturnType<typeof statementsShown>>;
