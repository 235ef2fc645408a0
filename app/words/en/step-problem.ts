// Words for what can stand in the way of a step in an assessment's life, or of a round.
import { told, type Told } from '#app/words/told.ts';
import { ROUNDS, WALL_CLOCK } from '#words/administration/round-problem.ts';
import { DRAFTS } from '#words/assessment/draft-problem.ts';
import { RENEWALS, REPORTS } from '#words/award/renewal-problem.ts';
import type { Most } from '#words/kit/fact-words.ts';
import { PROBLEMS } from '#words/problem-text.ts';
import { REQUIREMENTS, SIGNING, SUBMITTING } from '#words/submission/submit-problem.ts';

const STEPS = {
  ...PROBLEMS,
  ...DRAFTS,
  ...SIGNING,
  ...SUBMITTING,
  ...REQUIREMENTS,
  ...RENEWALS,
  ...REPORTS,
  ...ROUNDS,
  ...WALL_CLOCK,
  'reason-wrong': ({ most }: Most) => `Write the reason, in at most ${most} characters`,
  'to-confirm': 'Confirm it on the next page',
};

/** The problem of a step as a sentence, without a full stop. */
export function stepProblemText(problem: Told<typeof STEPS>): string {
  return told(STEPS, problem);
}
