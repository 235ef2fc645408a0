// Where a submission stands, and the promise of an outcome, from what is recorded of it. The awarding body
// and the department read the same.
import { londonDay } from '#app/domain/london-day.ts';
import { outcomeOf } from '#app/domain/review/decided-outcome.ts';
import { promiseOf } from '#app/domain/review/promise.ts';
import { stageOf } from '#app/domain/award/stage.ts';
import { stageText } from '#words/award/stage-text.ts';
import type { OnDesk } from '#db/repositories/administration/desk-rows.ts';

/** The stage in a word and in words; the promise is null where the submission was withdrawn. */
export function submissionStage(one: OnDesk, today: string) {
  const { decision } = one;
  const decided =
    decision === null
      ? null
      : { outcome: outcomeOf(decision.outcome), revisionsDueOn: decision.revisionsDueOn };
  const stage = stageOf({ ...one, decision: decided }, today);
  return {
    stage,
    stageText: stageText(stage),
    promise:
      stage === 'withdrawn'
        ? null
        : promiseOf({
            submittedOn: londonDay(one.submittedAt),
            decidedOn: one.decidedAt === null ? null : londonDay(one.decidedAt),
            today,
          }),
  };
}
