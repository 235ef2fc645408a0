// Before the report of a year is final: what everybody will read of it, and what the awarding body gets.
import { NOT_SENDABLE } from '#words/plan/plan-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { ProgressYearPage } from '#app/queries/plan/progress-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { HiddenFields } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { ReportText } from './report-text.tsx';

type Props = { readonly page: ProgressYearPage; readonly errors: readonly string[] };

export function ProgressSendView({ page, errors }: Props) {
  const { id, department, year } = page;
  const here = addressOf('/assessments/:id/progress/:year', { id, year: String(year) });
  return (
    <AssessmentFrame id={id} here="plan">
      <PageTitle title={`Send the report of year ${year}`} problems={errors.length > 0} />
      <BackLink to={here}>Progress on the plan, year {year}</BackLink>
      <Column>
        <ErrorSummary problems={errors.map((text) => ({ text, field: 'maincontent' }))} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{department}</span>
          Send the report of year {year}
        </h1>
        {page.maySend && page.version > 0 ? <Confirm page={page} /> : <p>{whyNot(page)}</p>}
        <p>
          <a href={here}>Back to the report</a>
        </p>
      </Column>
    </AssessmentFrame>
  );
}

function whyNot({ state, version }: ProgressYearPage): string {
  if (state === 'sent') return NOT_SENDABLE.sent;
  return version === 0 ? NOT_SENDABLE.nothingSaved : NOT_SENDABLE.notNow;
}

function Confirm({ page }: { readonly page: ProgressYearPage }) {
  return (
    <>
      <p>
        Nothing is sent yet. Once it is sent, the report is final: nobody can change it any more.
      </p>
      <h2 className="nhsuk-heading-m">What becomes public</h2>
      <p>On the page of the award, the status of each action. No note, no summary and no name.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {page.actions.map(({ number, publicObjective, statusText }) => (
          <li key={number}>
            {number}. {publicObjective}: <strong>{statusText}</strong>
          </li>
        ))}
      </ul>
      <h2 className="nhsuk-heading-m">What the awarding body reads</h2>
      <ReportText report={page} />
      <form method="post">
        <HiddenFields fields={[['version', String(page.version)]]} />
        <button className="nhsuk-button">Send the report: it is final</button>
      </form>
    </>
  );
}
