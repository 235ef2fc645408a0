// What a panel would probably ask, and how an assessment compares with the last decision, in words.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { LikelyQuestion } from '#app/domain/submission/likely-questions.ts';
import { kindLabel } from '#words/kit/rule-text.ts';
import { missingText, ratingText } from '#words/kit/wording.ts';

/** Above the questions, and where there is none. */
export const QUESTIONS = {
  title: 'What a panel would probably ask',
  from: 'From your ratings, evidence and figures alone. A panel reads your text as well, and may ask something else.',
};

/** Above the comparison. */
export const LAST_TIME = {
  title: 'Compared with the last decision',
  decided: (number: number, day: string, outcome: string) =>
    `On ${day} a panel decided on submission ${number}: ${outcome}. What it agreed stands beside your own ratings now.`,
  otherVersion: (charter: string) =>
    `That was ${charter}. Criteria that ask something else since are left out of the list below.`,
  caption: 'Then and now',
  columns: {
    part: 'Part',
    before: 'As the panel agreed',
    now: 'By your ratings now',
    change: 'Change',
  },
  level: 'Level',
  noLevel: 'No level',
  overall: 'Overall score',
  differing: (number: number) => `Ratings that differ from what the panel agreed: ${number}`,
  rating: (agreed: string, claimed: string) => `agreed then ${agreed}, claimed now ${claimed}`,
};

/** One question, as a sentence about what gives rise to it. */
export function questionText(charter: Charter, question: LikelyQuestion): string {
  switch (question.code) {
    case 'above-agreed': {
      const { agreed, claimed } = question;
      return `What has changed? The last panel agreed on ${ratingText(charter, agreed)}; you claim ${ratingText(charter, claimed)}.`;
    }
    case 'fewest-items': {
      const { needs, items, evidenceKind } = question;
      const kind =
        evidenceKind === undefined ? '' : ` of the kind ‘${kindLabel(charter, evidenceKind)}’`;
      return `Is that enough? Rating ${needs} is required, and rests on the fewest items${kind} that are allowed: ${items}.`;
    }
    case 'missing-figure': {
      const { indicator: id, why } = question;
      const indicator = charter.indicators.find((each) => each.id === id);
      return `Why is there no figure for ‘${indicator?.title ?? id}’? ${missingText(why, indicator)}`;
    }
    default:
      return question satisfies never;
  }
}
