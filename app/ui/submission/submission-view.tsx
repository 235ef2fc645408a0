// The receipt: number, time, fingerprint, and the submissions before.
import { addressOf } from '#app/addresses.ts';
import type { SubmissionPage } from '#app/queries/submission/submission-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { TextArea } from '#app/ui/kit/fields.tsx';
import { Column, Done } from '#app/ui/kit/page.tsx';
import { promiseText } from '#words/review/promise-text.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Props = {
  readonly page: SubmissionPage & {
    readonly maySeeSnapshot: boolean;
    readonly done: string | null;
  };
  readonly refused: { readonly error: string; readonly reason: string } | null;
};

export function SubmissionView({ page, refused }: Props) {
  const { submissions, round } = page;
  return (
    <AssessmentFrame id={page.id} here="check">
      <PageTitle title={`Receipt: ${page.department}`} problems={refused !== null} />
      <Column>
        <ErrorSummary
          problems={refused === null ? [] : [{ text: refused.error, field: 'reason' }]}
        />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.department}</span>
          Receipt
        </h1>
        {submissions.length === 0 ? <p>Nothing has been submitted yet.</p> : null}
        {submissions.map((submission) => (
          <Submission key={submission.number} page={page} submission={submission} />
        ))}
        {round === null ? null : (
          <p>
            {round.name} {round.state === 'closed' ? 'closed' : 'closes'} on{' '}
            {dayAndTime(round.closesAt)}, London time.
          </p>
        )}
        {submissions.length === 0 ? null : (
          <p>
            <a href={addressOf('/assessments/:id/decision', { id: page.id })}>
              The decision of the panel
            </a>
          </p>
        )}
        {page.mayWithdraw ? <Withdraw page={page} refused={refused} /> : null}
      </Column>
    </AssessmentFrame>
  );
}

type SubmissionProps = {
  readonly page: Props['page'];
  readonly submission: SubmissionPage['submissions'][number];
};

function Submission({ page, submission }: SubmissionProps) {
  const { number, sha256, trail, submittedAt, submittedBy } = submission;
  const { withdrawnAt, withdrawnBy, reason } = submission;
  return (
    <section aria-labelledby={`submission-${number}`}>
      <h2 className="nhsuk-heading-m" id={`submission-${number}`}>
        Submission {number}
        {withdrawnAt === null ? '' : ', withdrawn'}
      </h2>
      <dl className="nhsuk-summary-list">
        <Row term="Submitted">
          {dayAndTime(submittedAt)}
          {submittedBy === null ? '' : `, by ${submittedBy}`}
        </Row>
        {withdrawnAt === null ? null : (
          <Row term="Withdrawn">
            {dayAndTime(withdrawnAt)}
            {withdrawnBy === null ? '' : `, by ${withdrawnBy}`}: {reason}
          </Row>
        )}
        <Standing stage={submission.stage} />
        <Row term="Fingerprint (SHA-256)">
          <code className="app-narrative">{sha256}</code>
        </Row>
        {trail === null ? null : (
          <Row term="Place in the record of events">
            <code className="app-narrative">{trail}</code>
          </Row>
        )}
      </dl>
      {page.maySeeSnapshot ? (
        <p>
          <a
            href={addressOf('/assessments/:id/submissions/:number', {
              id: page.id,
              number: String(number),
            })}
          >
            Download exactly what was submitted (JSON)
          </a>
          . Its SHA-256 is the fingerprint above. It holds the workforce counts.
        </p>
      ) : null}
    </section>
  );
}

/** Where it stands and by when an outcome is promised; a withdrawn submission has said so already. */
function Standing({ stage }: Pick<SubmissionProps['submission'], 'stage'>) {
  if (stage === null || stage.promise === null) return null;
  return (
    <>
      <Row term="Where it stands">{stage.stageText}</Row>
      <Row term="Outcome within 12 weeks">{promiseText(stage.promise)}</Row>
    </>
  );
}

function Row({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{term}</dt>
      <dd className="nhsuk-summary-list__value">{children}</dd>
    </div>
  );
}

function Withdraw({ page, refused }: Pick<Props, 'page' | 'refused'>) {
  const closed = page.round?.state === 'closed';
  return (
    <details className="nhsuk-details" open={refused !== null}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Withdraw the submission</span>
      </summary>
      <div className="nhsuk-details__text">
        {closed ? (
          <p>The round has closed, so it can no longer be withdrawn here. Ask the awarding body.</p>
        ) : (
          <form method="post" noValidate>
            <p>
              The assessment becomes a draft again, and the sponsor signs anew. The withdrawn
              submission stays on record.
            </p>
            <TextArea
              name="reason"
              label="Why is it withdrawn?"
              rows={3}
              value={refused?.reason}
              error={refused?.error}
            />
            <button className="nhsuk-button nhsuk-button--warning">Withdraw</button>
          </form>
        )}
      </div>
    </details>
  );
}
