// Check your answers before they are signed and submitted: what stands in the way, what readers will
// notice, every answer, and the next step.
import { addressOf } from '#app/addresses.ts';
import type { BesideLastTime } from '#app/queries/submission/last-time.ts';
import type { CheckPage } from '#app/queries/submission/check-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Done } from '#app/ui/kit/page.tsx';
import { ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { OrganisationNotice } from '#app/ui/assessment/organisation/organisation-notice.tsx';
import { FactsTold } from './facts-told.tsx';
import { Requirements } from './required-list.tsx';
import { Obstacles, Remarks } from './remarks.tsx';
import { LikelyQuestions } from './last-time.tsx';
import { NextStep } from './next-step.tsx';
import { StateTag } from '#app/ui/assessment/work/state-tag.tsx';

type Props = {
  readonly page: CheckPage & Pick<BesideLastTime, 'questions'> & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function CheckView({ page, refused }: Props) {
  return (
    <AssessmentFrame id={page.id} here="check">
      <PageTitle title={`Check and submit: ${page.department}`} problems={refused !== null} />
      <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
      <Done what={refused === null ? page.done : null} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{page.department}</span>
        Check and submit
      </h1>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <OrganisationNotice notice={page.organisationNotice} />
          <NextStep page={page} refused={refused} />
          <Requirements {...page} mayNote={page.may.change} />
          <Obstacles page={page} />
          <Remarks page={page} />
          <LikelyQuestions {...page} />
        </div>
      </div>
      <FactsTold facts={page.facts} />
      <Answers page={page} />
    </AssessmentFrame>
  );
}

function Answers({ page }: { readonly page: CheckPage }) {
  return page.sections.map((section) => (
    <section key={section.id} aria-labelledby={`answers-${section.id}`}>
      <h2 className="nhsuk-heading-m" id={`answers-${section.id}`}>
        {section.title}
      </h2>
      {section.criteria.map((criterion) => (
        <article className="app-evidence" key={criterion.id}>
          <h3 className="nhsuk-heading-s">
            {criterion.id} {criterion.title}
          </h3>
          <p>
            <StateTag state={criterion.state} /> {criterion.rating}
          </p>
          {criterion.byOrganisation ? <p>{ORGANISATION_ANSWER.title}.</p> : null}
          <p className="app-narrative">{criterion.text === '' ? 'Not provided' : criterion.text}</p>
          {criterion.note === '' ? null : (
            <p className="app-narrative">
              {ORGANISATION_ANSWER.noteTitle}: {criterion.note}
            </p>
          )}
          <p className="nhsuk-body-s">
            {criterion.words} of {criterion.limit} words.{' '}
            {criterion.evidence.length === 0
              ? 'No evidence.'
              : `Evidence: ${criterion.evidence.join('; ')}.`}
          </p>
          {page.may.change ? (
            <a
              href={addressOf('/assessments/:id/criteria/:criterion', {
                id: page.id,
                criterion: criterion.id,
              })}
            >
              {criterion.byOrganisation ? ORGANISATION_ANSWER.changeNote : 'Change'}
              <span className="nhsuk-u-visually-hidden"> {criterion.id}</span>
            </a>
          ) : null}
        </article>
      ))}
    </section>
  ));
}
