// Words for what can stand in the way of a scenario, or of putting its steps into the plan.
import { told, type Told } from '#app/words/told.ts';
import type { Most } from '#words/kit/fact-words.ts';
import { PROBLEMS } from '#words/problem-text.ts';

const SCENARIO = {
  ...PROBLEMS,
  'scenario-name-wrong': ({ most }: Most) => `Enter a name of at most ${most} characters`,
  'scenario-name-taken': 'There is a scenario of this name already. Enter another',
  'too-many-scenarios': ({ most }: Most) =>
    `${most} scenarios can be kept. Remove one first; nothing was changed`,
  'way-pending':
    'The way is still being worked out. Try again in some seconds; nothing was changed',
  'nothing-to-plan':
    'Every step of this way has an action already, or the charter suggests none. Nothing was changed',
  'not-valid': 'The charter suggests something that no plan takes. Nothing was changed',
  'plan-changed-meanwhile':
    'Somebody changed the plan meanwhile. Look at it, and try again; nothing was changed',
};

/** The problem as a sentence, without a full stop. */
export function scenarioProblemText(problem: Told<typeof SCENARIO>): string {
  return told(SCENARIO, problem);
}
