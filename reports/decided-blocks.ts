// What the documents of a decision have alike: the feedback as lists, and the standing as the panel saw it.
import { decidedScorecard } from '#app/domain/review/decided-scorecard.ts';
import type { DecidedCriterion, DecisionRecord } from '#app/domain/formats/decision-record.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import {
  FEEDBACK_MEANINGS,
  FEEDBACK_TITLES,
  type FeedbackKind,
  NO_FEEDBACK,
} from '#words/review/feedback-words.ts';
import type { Block } from './model.ts';
import { type StandingWords, whereWeStand } from './where-we-stand-model.ts';
import { criterionName } from '#words/kit/wording.ts';

/** What a document of a decision is made from. */
export type Decided = { readonly charter: Charter; readonly record: DecisionRecord };

/** One kind of feedback over all criteria, each with the criterion that it is about. */
export function feedbackList({ charter, record }: Decided, kind: FeedbackKind): readonly Block[] {
  const items = record.criteria.flatMap((decided) => {
    const text = decided[kind].trim();
    return text === '' ? [] : [`${criterionName(charter, decided.criterion)}: ${text}`];
  });
  const heading: Block = { kind: 'heading', level: 3, text: FEEDBACK_TITLES[kind] };
  if (items.length === 0) return [heading, body(NO_FEEDBACK[kind])];
  return [heading, body(FEEDBACK_MEANINGS[kind]), { kind: 'list', ordered: false, items }];
}

/** The chart of the panel's consensus against the line of each level; the level is what it speaks of. */
export function decidedChart(
  { charter, record }: Decided,
  words: StandingWords,
  level: string | null,
): Block {
  const scorecard = decidedScorecard(charter, record);
  return { kind: 'chart', chart: whereWeStand(charter, scorecard, { target: level, words }) };
}

/** What was decided for a criterion; undefined where the record has nothing of it. */
export function decidedFor(record: DecisionRecord, id: string): DecidedCriterion | undefined {
  return record.criteria.find(({ criterion }) => criterion === id);
}

/** A paragraph of body text. */
export function body(text: string): Block {
  return { kind: 'paragraph', style: 'body', text };
}
