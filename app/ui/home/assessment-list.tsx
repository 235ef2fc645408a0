// What a signed-in person finds first.
import { ORGANISATION_SET } from '#words/assessment/organisation-answers.ts';
import { MINE } from '#words/home/home-words.ts';
import { OVERVIEW } from '#words/home/overview-words.ts';
import { addressOf } from '#app/addresses.ts';
import type { HomeView } from '#app/queries/home/home.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { Done } from '#app/ui/kit/page.tsx';
import { CriterionTask } from '#app/ui/assessment/tasks/task-sections.tsx';
import { AssessmentCard } from './assessment-card.tsx';
import { AssessmentTable } from './assessment-table.tsx';
import { WaitingList } from './waiting-list.tsx';

export function AssessmentList({
  mine,
  assessments,
  mayStart,
  belongsNowhere,
  administrator,
  panels,
  leads,
  hasDiscarded,
  done,
  waiting,
  organisations,
  overviews,
}: HomeView & { readonly done: string | null }) {
  return (
    <>
      <PageTitle title="Your assessments" />
      <Done what={done} />
      <h1 className="nhsuk-heading-l">Your assessments</h1>
      <WaitingList waiting={waiting} />
      {mine.map((one) => (
        <MyCriteria key={one.id} {...one} />
      ))}
      {assessments.length === 0 ? (
        <Empty {...{ mayStart, belongsNowhere, administrator, panels }} />
      ) : null}
      {isSeveral(assessments) ? (
        <AssessmentTable assessments={assessments} />
      ) : (
        assessments.map((assessment) => (
          <AssessmentCard key={assessment.id} assessment={assessment} />
        ))
      )}
      {overviews.map(({ id, name }) => (
        <p key={id}>
          <a href={addressOf('/organisations/:organisation/overview', { organisation: id })}>
            {OVERVIEW.of(name)}
          </a>
        </p>
      ))}
      {organisations.map(({ id, name }) => (
        <p key={id}>
          <a href={addressOf('/organisations/:organisation/answers', { organisation: id })}>
            {ORGANISATION_SET.of(name)}
          </a>
        </p>
      ))}
      {mayStart ? (
        <a className="nhsuk-button" href={addressOf('/assessments/new')}>
          Start an assessment
        </a>
      ) : null}
      {hasDiscarded ? (
        <p>
          <a href={addressOf('/assessments/discarded')}>Discarded drafts</a>
        </p>
      ) : null}
      <p>
        <a href={addressOf('/calendar')}>Your dates in your calendar, and reminders</a>
      </p>
      {leads ? (
        <p>
          <a href={addressOf('/trail')}>Record of events in what you lead</a>
        </p>
      ) : null}
    </>
  );
}

/** Several departments stand in a table. */
function isSeveral(assessments: HomeView['assessments']): boolean {
  return (
    new Set(assessments.map(({ department, organisation }) => `${organisation} ${department}`))
      .size > 1
  );
}

function MyCriteria({ id, department, criteria, dueOn }: HomeView['mine'][number]) {
  const ready = criteria.filter(({ state }) => state === 'ready').length;
  return (
    <section aria-labelledby={`mine-${id}`}>
      <h2 className="nhsuk-heading-m" id={`mine-${id}`}>
        My criteria, {department}
      </h2>
      <p>{MINE.readyBy(ready, criteria.length, dueOn)}</p>
      <ul className="nhsuk-task-list">
        {criteria.map((criterion) => (
          <CriterionTask
            key={criterion.id}
            assessment={id}
            criterion={criterion}
            slug={`${id}-${criterion.id}`}
            hint={criterion.dueOn === null ? '' : MINE.by(criterion.dueOn)}
          />
        ))}
      </ul>
    </section>
  );
}

function Empty({
  mayStart,
  belongsNowhere,
  administrator,
  panels,
}: Pick<HomeView, 'mayStart' | 'belongsNowhere' | 'administrator' | 'panels'>) {
  if (belongsNowhere && administrator) {
    return (
      <p>
        Assessments belong to departments, so there is none here. Go to{' '}
        <a href={addressOf('/admin')}>administration</a> to add organisations, departments and
        people.
      </p>
    );
  }
  if (belongsNowhere && panels) {
    return (
      <p>
        Assessments belong to departments, so there is none here. Submissions that are before your
        panels are under <a href={addressOf('/reviews')}>Your reviews</a>.
      </p>
    );
  }
  if (belongsNowhere) {
    return <p>You do not belong to a department yet, so there is nothing to read here.</p>;
  }
  return (
    <p>
      {mayStart
        ? 'There is no assessment yet. Start one: you choose the charter and the level you aim for, and can stop at any time.'
        : 'There is no assessment yet. The assessment lead of your department starts one.'}
    </p>
  );
}
