import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { assessmentOrNotFound, mayNot, notFound, signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { criterionTogether } from '#app/queries/assessment/together.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { PeopleChoice } from '#app/ui/assessment/people-choice.tsx';
import { togetherProblemText } from '#words/people/together-problem.ts';
import { assignCriteria } from '#app/use-cases/assessment/assign-criteria.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/assign-criteria';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const criterion = findCriterion(view.charter, params.criterion);
  if (criterion === undefined) throw notFound();
  const { id, title } = criterion;
  const together = await criterionTogether(services, actor, { view, criterion: id });
  if (!together.mayAssign) throw mayNot(context, view, 'assign');
  return { id: view.id, criterion: { id, title }, writers: together.writers };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { id, criterion } = params;
  const form = await request.formData();
  const people = form.getAll('people').filter((value) => typeof value === 'string');
  const result = await assignCriteria(services, actor, { assessmentId: id, criterion, people });
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/assessments/:id/criteria/:criterion', { id, criterion }), 'assigned'),
      303,
    );
  return respond(result.problem, (problem) => ({ error: togetherProblemText(problem) }));
}

export default function People({ loaderData: page, actionData }: Route.ComponentProps) {
  const { id, title } = page.criterion;
  const at = { id: page.id, criterion: id };
  const error = actionData?.error;
  return (
    <AssessmentFrame id={page.id} here={null}>
      <PageTitle title={`Who writes ${id}`} problems={error !== undefined} />
      <BackLink to={addressOf('/assessments/:id/criteria/:criterion', at)}>
        {id} {title}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(error === undefined ? {} : { people: error })} />
        <h1 className="nhsuk-heading-l">
          Who writes {id} {title}
        </h1>
        <PeopleChoice
          to={addressOf('/assessments/:id/criteria/:criterion/people', at)}
          criterion={id}
          writers={page.writers}
          error={error}
        />
      </Column>
    </AssessmentFrame>
  );
}
