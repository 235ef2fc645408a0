// Words for what can stand in the way of a decision, of an appeal, or of its answer.
import { told, type Told } from '#app/words/told.ts';
import type { Most, Names } from '#words/kit/fact-words.ts';
import { WORK } from '#words/kit/general.ts';
import { dayText } from '#words/kit/time.ts';
import { PROBLEMS } from '#words/problem-text.ts';
import { heldText } from '#words/submission/signing-text.ts';
import { PANELS } from './panel-problem.ts';
import { REVIEWS } from './review-problem.ts';

const DECISIONS = {
  ...PROBLEMS,
  ...WORK,
  ...REVIEWS,
  'no-quorum': ({ has, needs }: { readonly has: number; readonly needs: number }) =>
    `${has} members decide; the charter asks for ${needs}`,
  undeclared: ({ names }: { readonly names: readonly string[] }) =>
    `These members have not declared their interests: ${names.join(', ')}`,
  'not-all-agreed': ({ criteria }: Names) =>
    `Agree a rating for every criterion first. Missing: ${criteria.join(', ')}`,
  'level-not-reached':
    'What is agreed does not reach that level. Choose a level that it reaches, or another outcome',
  'not-a-lower-level': 'Choose a level below the one that was aimed for',
  'requirements-missing':
    'Write at least one requirement, so that the department knows what to revise',
  'requirement-stands': ({ criteria }: Names) =>
    `${criteria.join(', ')}: a requirement stands, so nothing can be awarded yet. Ask for revisions; or, in the discussion, take the requirement out or write it as a recommendation`,
  'revisions-date-wrong': ({ most }: { readonly most: string }) =>
    `Give a day after today, by ${dayText(most)} at the latest`,
  'summary-wrong': ({ most }: Most) =>
    `Write what the panel says of the whole, in at most ${most} characters`,
  'correction-wrong': ({ most }: Most) =>
    `Say why this record takes the place of the earlier one, in at most ${most} characters`,
  'reset-lately': ({ until }: { readonly until: string }) => heldText(until),
  'storage-full':
    'There is no room to keep the documents. Nothing was recorded; tell the person who runs the service',
};

/** What stands in the way of a decision. */
export function decisionProblemText(problem: Told<typeof DECISIONS>): string {
  return told(DECISIONS, problem);
}

const APPEALS = {
  ...PANELS,
  'no-decision': 'There is no decision to appeal yet',
  'appealed-already': 'This decision has been appealed already',
  'too-late-to-appeal': ({ lastDay }: { readonly lastDay: string }) =>
    `The last day for an appeal was ${dayText(lastDay)}`,
  'grounds-wrong': ({ most }: Most) =>
    `Write the grounds of the appeal, in at most ${most} characters`,
  'answered-already': 'This appeal has been answered already',
  'answer-wrong': ({ most }: Most) =>
    `Write the reason for the answer, in at most ${most} characters`,
  'same-people':
    'The panel shares somebody with the one that decided. Choose a panel of other people',
  'no-revision': 'The panel has not asked for revisions, or they are under way',
  'revisions-over': ({ dueOn }: { readonly dueOn: string }) =>
    `The revisions were due by ${dayText(dueOn)}`,
};

/** What stands in the way of an appeal, of its answer, or of a revision. */
export function appealProblemText(problem: Told<typeof APPEALS>): string {
  return told(APPEALS, problem);
}
