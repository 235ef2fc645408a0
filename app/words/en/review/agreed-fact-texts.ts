// The facts that a panel agreed otherwise than they were submitted, each as one text.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { factInDocument } from '#words/assessment/fact-value.ts';
import { PANEL_FEEDBACK } from './panel-feedback-words.ts';

/** None where the panel corrected nothing. */
export function agreedFactTexts(
  { facts }: Pick<Charter, 'facts'>,
  { agreedFacts = [] }: Pick<DecisionRecord, 'agreedFacts'>,
): readonly string[] {
  return agreedFacts.flatMap(({ fact: id, submitted, value, reason }) => {
    const fact = facts.find((one) => one.id === id);
    if (fact === undefined) return [];
    const [before, after] = [factInDocument(fact, submitted), factInDocument(fact, value)];
    return [PANEL_FEEDBACK.agreedFact(fact.question, { before, after, reason })];
  });
}
