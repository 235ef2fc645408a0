// What a criterion judges beside its own answer: the action plan, and on a renewal the plan before.
import type { RatingPage } from '#app/queries/review/rating-page.ts';
import { PreviousPlan } from '#app/ui/plan/plan-before-list.tsx';
import { SubmittedPlan } from './submitted-plan.tsx';

export function Judged({ judged: { whole, previous } }: Pick<RatingPage, 'judged'>) {
  return (
    <>
      {whole === null ? null : (
        <section aria-labelledby="whole-plan">
          <h2 className="nhsuk-heading-m" id="whole-plan">
            The action plan
          </h2>
          <p>This criterion judges the plan, so all of it stands here as it was submitted.</p>
          <SubmittedPlan plan={whole} within={2} />
        </section>
      )}
      {previous === null ? null : <PreviousPlan plan={previous} carryTo={null} />}
    </>
  );
}
