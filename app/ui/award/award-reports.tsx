// The yearly reports on the plan of an award, as the awarding body reads them.
import type { SentReport } from '#app/queries/award/award-reports.ts';
import { HiddenFields } from '#app/ui/kit/fields.tsx';
import { ReportText } from '#app/ui/plan/report-text.tsx';
import { dayAndTime } from '#words/kit/time.ts';

export function AwardReports({ reports }: { readonly reports: readonly SentReport[] }) {
  return (
    <section aria-labelledby="reports">
      <h2 className="nhsuk-heading-m" id="reports">
        Reports on the plan
      </h2>
      {reports.length === 0 ? <p>None has been sent yet.</p> : null}
      {reports.map((report) => (
        <details className="nhsuk-details" key={report.id} open={report.isNew}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              Year {report.year}, sent {dayAndTime(report.sentAt)}
              {report.isNew ? ' (new)' : ''}
            </span>
          </summary>
          <div className="nhsuk-details__text">
            <p>The public reads the status of each action, and nothing else of this.</p>
            <ReportText report={report} />
            {report.isNew ? (
              <form method="post">
                <HiddenFields fields={[['report', report.id]]} />
                <button
                  className="nhsuk-button nhsuk-button--secondary"
                  name="intent"
                  value="read-report"
                >
                  Mark as read
                  <span className="nhsuk-u-visually-hidden">: report of year {report.year}</span>
                </button>
              </form>
            ) : null}
          </div>
        </details>
      ))}
    </section>
  );
}
