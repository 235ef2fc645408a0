// What was submitted as a panel reads it: no count of people, and facts as the panel agreed them.
import type { Charter } from '#app/domain/charter/charter.ts';
import { inWordsFor } from '#app/domain/charter/in-words-for.ts';
import {
  type Assessment,
  type AssessmentFile,
  assessmentOf,
} from '#app/domain/formats/assessment-file.ts';
import { type AgreedFact, withAgreedFacts } from '#app/domain/review/agreed-facts.ts';
import type { ShownAnswers } from '#app/domain/scoring/answer.ts';
import { withoutCounts } from '#app/domain/scoring/indicator.ts';
import type { Services } from '#app/services.server.ts';
import { type AgreedFactRow, listAgreedFacts } from '#db/repositories/review/agreed-fact-rows.ts';

/** What was submitted, with what counts say and no count: a panel reads none. */
export type Submitted = Omit<Assessment, 'answerSet' | 'leftBehind'> & {
  readonly answerSet: ShownAnswers;
};

/** What the panel agreed of facts; nothing is asked where the charter asks for none. */
export async function agreedIn(
  { engine }: Pick<Services, 'engine'>,
  { facts }: Charter,
  reviewId: string,
): Promise<readonly AgreedFactRow[]> {
  return facts.length === 0 ? [] : listAgreedFacts(engine.db, reviewId);
}

/** What was submitted, with facts as the panel agreed them, and the charter in the words for those. */
export function submittedIn(
  content: AssessmentFile,
  charter: Charter,
  agreed: readonly AgreedFact[],
): { readonly submitted: Submitted; readonly words: Charter } {
  const { answerSet, leftBehind: _counted, ...submitted } = assessmentOf(content);
  const scored = withAgreedFacts(answerSet, agreed);
  return {
    submitted: { ...submitted, answerSet: withoutCounts(charter, scored) },
    words: inWordsFor(charter, scored.facts ?? new Map()),
  };
}
