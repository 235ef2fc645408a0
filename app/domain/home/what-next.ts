// What somebody does next with an assessment: one step, and always one that they can take; or, where it is
// somebody else's turn, whom it waits for.
import { inDraft } from './next-in-draft.ts';
import { onceSubmitted, whenSigned } from './next-after-draft.ts';
import type { Standing } from './reader-standing.ts';
import type { NextStep } from './next-steps.ts';

/** The one thing to do next; never nothing. */
export function nextStep(standing: Standing): NextStep {
  switch (standing.state) {
    case 'draft':
      return inDraft(standing);
    case 'signed-off':
      return whenSigned(standing);
    case 'submitted':
      return onceSubmitted(standing);
    default:
      return standing.state satisfies never;
  }
}
