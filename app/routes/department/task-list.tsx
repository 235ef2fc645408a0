import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { anyAssessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { searchedIn } from '#app/http/forms/searched-in.ts';
import { taskListAround } from '#app/queries/home/task-list-around.ts';
import { newerVersions } from '#app/queries/assessment/move-page.ts';
import { findInTasks } from '#app/queries/assessment/find-in-tasks.ts';
import { taskListPage } from '#app/queries/assessment/task-list-page.ts';
import { togetherOf } from '#app/queries/assessment/together.ts';
import { WORK_PLAN } from '#words/assessment/work-plan-words.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { languagesOf } from '#app/queries/charters/languages.ts';
import { Languages } from '#app/ui/charters/languages.tsx';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { DeadlineText } from '#app/ui/assessment/deadline-text.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { Done } from '#app/ui/kit/page.tsx';
import { dayText } from '#words/kit/time.ts';
import { Progress } from '#app/ui/kit/done-so-far.tsx';
import { RevisionsLine } from '#app/ui/submission/revisions-line.tsx';
import { OrganisationNotice } from '#app/ui/assessment/organisation/organisation-notice.tsx';
import { ORGANISATION_SET } from '#words/assessment/organisation-answers.ts';
import { SigningLine } from '#app/ui/submission/signing-state.tsx';
import { isMineOnly, TaskFilter } from '#app/ui/assessment/tasks/task-filter.tsx';
import { TaskListExtras } from '#app/ui/assessment/tasks/task-list-extras.tsx';
import { MineFilter, TaskSections } from '#app/ui/assessment/tasks/task-sections.tsx';
import type { Route } from './+types/task-list';
import { NextLine } from '#app/ui/home/next-line.tsx';
import { Figures } from '#app/ui/kit/figures.tsx';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await anyAssessmentOrNotFound(context, params.id);
  const { searchParams } = new URL(request.url);
  const together = await togetherOf(services, actor, view);
  const around = await taskListAround(services, actor, view);
  const required = around.revisions?.criteria ?? [];
  const page = taskListPage(view, { together, required });
  const query = searchedIn(request);
  return {
    ...page,
    ...findInTasks(page, view, {
      query,
      mine: together.mine,
      today: londonDay(services.clock().toISOString()),
    }),
    ...around,
    state: view.state,
    place: view.place,
    languages: languagesOf(services, view.scorecard.charter),
    newer: await newerVersions(services, view.charter),
    done: searchParams.get('done'),
  };
}

export default function TaskList({ loaderData: page }: Route.ComponentProps) {
  return (
    <AssessmentFrame {...page} here="tasks">
      <PageTitle title={`Task list of ${page.label}`} />
      <Done what={page.done} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{page.organisation}</span>
        {page.label}
      </h1>
      {page.next === null ? null : <NextLine id={page.id} next={page.next} />}
      {page.isOfOrganisation ? (
        <p>
          {ORGANISATION_SET.explained}{' '}
          <a href={addressOf('/organisations/:organisation/answers', page.place)}>
            {ORGANISATION_SET.usedBy}
          </a>
        </p>
      ) : (
        <Figures
          figures={[
            { term: 'Level so far', value: page.level, steps: page.levelSteps },
            { term: 'Target', value: page.target, steps: page.targetSteps },
            { term: 'Overall score', value: page.overall },
          ]}
        />
      )}
      <OrganisationNotice notice={page.organisationNotice} />
      <DeadlineText {...page} />
      <RevisionsLine {...page} />
      <SigningLine {...page} />
      <Progress ready={page.tally.ready} all={page.tally.all} />
      <p>
        <a href={addressOf('/charters/:charter', { charter: page.charter.name })}>
          {page.charter.title}, version {page.charter.version}
        </a>
        , started on {dayText(page.startedOn)}
      </p>
      <Languages languages={page.languages} />
      {page.isOfOrganisation ? null : (
        <p>
          <a href={addressOf('/assessments/:id/work', { id: page.id })}>{WORK_PLAN.link}</a>
        </p>
      )}
      <MineFilter {...page} mineOnly={isMineOnly(page.looking)} />
      <TaskFilter id={page.id} looking={page.looking} />
      <TaskSections {...page} isNarrowed={page.looking.isNarrowed} />
      <TaskListExtras page={page} newer={page.newer} />
    </AssessmentFrame>
  );
}
