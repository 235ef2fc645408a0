// The action plan of a submission as a page of its review.
import { addressOf } from '#app/addresses.ts';
import type { ReviewPlanPage } from '#app/queries/review/review-plan.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink } from '#app/ui/kit/page.tsx';
import { PreviousPlan } from '#app/ui/plan/plan-before-list.tsx';
import { SubmittedPlan } from './submitted-plan.tsx';
import { dayAndTime } from '#words/kit/time.ts';

export function ReviewPlanView({ page }: { readonly page: ReviewPlanPage }) {
  const { id, department, judgedBy, previous } = page;
  return (
    <>
      <PageTitle title={`Action plan: ${department}`} />
      <BackLink to={addressOf('/reviews/:review', { review: id })}>Review of {department}</BackLink>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{department}</span>
        Action plan
      </h1>
      <p>
        The plan as it was submitted with submission {page.number} on {dayAndTime(page.submittedAt)}
        . What the department changed since is not in it.
      </p>
      {judgedBy.length === 0 ? null : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {judgedBy.map((criterion) => (
            <li key={criterion.id}>
              The plan is rated on{' '}
              <a
                href={addressOf('/reviews/:review/criteria/:criterion', {
                  review: id,
                  criterion: criterion.id,
                })}
              >
                {criterion.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      <SubmittedPlan plan={page.plan} within={1} />
      {previous === null ? null : <PreviousPlan plan={previous} carryTo={null} />}
    </>
  );
}
