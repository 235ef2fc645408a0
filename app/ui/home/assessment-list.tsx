// What a signed-in person finds first.
import { ORGANISATION_SET } from '#words/assessment/organisation-answers.ts';
import { addressOf } from '#app/addresses.ts';
import type { HomeView } from '#app/queries/home/home.ts';
import { AwardAtHomeView } from '#app/ui/award/award-at-home.tsx';
import type { WaitingSignature } from '#app/use-cases/submission/waiting-for-signature.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { Done } from '#app/ui/kit/page.tsx';
import { DeadlineText } from '#app/ui/assessment/deadline-text.tsx';
import { Progress } from '#app/ui/kit/done-so-far.tsx';
import { RevisionsLine } from '#app/ui/submission/revisions-line.tsx';
import { SigningLine } from '#app/ui/submission/signing-state.tsx';
import { dayAndTime, dayText } from '#words/kit/time.ts';
import { CriterionTask } from '#app/ui/assessment/task-sections.tsx';

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
  toSign,
  organisations,
}: HomeView & { readonly toSign: readonly WaitingSignature[]; readonly done: string | null }) {
  return (
    <>
      <PageTitle title="Your assessments" />
      <Done what={done} />
      <h1 className="nhsuk-heading-l">Your assessments</h1>
      <ToSign waiting={toSign} />
      {mine.map((one) => (
        <MyCriteria key={one.id} {...one} />
      ))}
      {assessments.length === 0 ? (
        <Empty {...{ mayStart, belongsNowhere, administrator, panels }} />
      ) : null}
      {assessments.map((assessment) => (
        <section className="app-evidence" key={assessment.id}>
          <h2 className="nhsuk-heading-m nhsuk-u-margin-bottom-2">
            <a href={addressOf('/assessments/:id', { id: assessment.id })}>
              {assessment.label}
              <span className="nhsuk-u-visually-hidden">, {assessment.organisation}</span>
            </a>
          </h2>
          <p className="nhsuk-u-margin-bottom-2">{assessment.organisation}</p>
          <p className="nhsuk-body-s nhsuk-u-margin-bottom-3">
            {assessment.charter}, started on {dayText(assessment.startedOn)}
            <br />
            Target: {assessment.target}.{' '}
            {assessment.state === 'submitted'
              ? 'Level by your own ratings'
              : 'Level reached so far'}
            : {assessment.level ?? 'none yet'}.
          </p>
          <DeadlineText {...assessment} />
          {assessment.award === null ? null : (
            <AwardAtHomeView {...assessment} award={assessment.award} />
          )}
          <RevisionsLine {...assessment} />
          <SigningLine {...assessment} />
          <Progress ready={assessment.ready} all={assessment.all} />
        </section>
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

/** What waits for this person's signature. */
function ToSign({ waiting }: { readonly waiting: readonly WaitingSignature[] }) {
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waits">
      <h2 className="nhsuk-heading-m" id="waits">
        Waits for you
      </h2>
      {waiting.map(({ id, label, askedBy, askedAt, message }) => (
        <div className="nhsuk-inset-text" key={id}>
          <p>
            {askedBy ?? 'The assessment lead'} asked on {dayAndTime(askedAt)} for your signature.{' '}
            <a href={addressOf('/assessments/:id/sign', { id })}>
              Read and sign, or send back: {label}
            </a>
          </p>
          {message === '' ? null : <p className="app-narrative">{message}</p>}
        </div>
      ))}
    </section>
  );
}

function MyCriteria({ id, department, criteria }: HomeView['mine'][number]) {
  return (
    <section aria-labelledby={`mine-${id}`}>
      <h2 className="nhsuk-heading-m" id={`mine-${id}`}>
        My criteria, {department}
      </h2>
      <ul className="nhsuk-task-list">
        {criteria.map((criterion) => (
          <CriterionTask
            key={criterion.id}
            assessment={id}
            criterion={criterion}
            slug={`${id}-${criterion.id}`}
            hint=""
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
