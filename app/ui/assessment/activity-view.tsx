// What has been done to an assessment lately, in words.
import type { ActivityPage } from '#app/queries/assessment/activity-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { PageLinks } from '#app/ui/kit/page-links.tsx';
import { dayAndTime } from '#app/words/time.ts';

const TEXT: Readonly<Record<string, string>> = {
  'assessment-started': 'started the assessment',
  'assessment-named': 'named the draft',
  'assessment-discarded': 'threw the draft away',
  'assessment-restored': 'brought the draft back',
  'criterion-answered': 'worked on the answer to',
  'answer-restored': 'brought an earlier text back to',
  'answers-copied': 'copied answers from an earlier assessment',
  'evidence-attached': 'attached evidence to',
  'evidence-changed': 'changed evidence of',
  'file-erased': 'erased the file of an item of evidence for good',
  'evidence-removed': 'removed evidence from',
  'counts-entered': 'changed workforce counts',
  'action-added': 'added an action to the plan',
  'action-changed': 'changed an action of the plan',
  'action-moved': 'moved an action within the plan',
  'action-removed': 'removed an action from the plan',
  'action-progress-noted': 'noted progress on an action',
  'actions-imported': 'brought actions in from a file',
  'target-changed': 'changed the level aimed for',
  'round-chosen': 'chose the round',
  'round-extended': 'gave a later closing time',
  'criteria-assigned': 'changed who writes',
  'comment-added': 'commented on',
  'comment-resolved': 'marked a comment as dealt with on',
  'comment-reopened': 'opened a comment again on',
  'charter-version-moved': 'moved the assessment to a newer version of the charter',
  'requirement-noted': 'noted what was done about the requirement for',
  'signature-asked': 'asked for the signature',
  'signature-request-taken-back': 'took the request for a signature back',
  'signature-sent-back': 'sent the assessment back instead of signing it',
  'assessment-signed-off': 'signed the assessment',
  'assessment-reopened': 'reopened the assessment',
  'assessment-submitted': 'submitted the assessment',
  'submission-withdrawn': 'withdrew the submission',
  'reminders-written': 'wrote reminders of the closing time',
};

type Line = ActivityPage['items'][number];

export function ActivityView({ page }: { readonly page: ActivityPage }) {
  return (
    <AssessmentFrame id={page.id} here="team">
      <PageTitle title={`Recent activity of ${page.department}`} />
      <BackLink to={`/assessments/${page.id}/team`}>Team of {page.department}</BackLink>
      <Column>
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.department}</span>
          Recent activity
        </h1>
        <ul className="nhsuk-list">
          {page.items.map((line) => (
            <li key={line.sequence}>
              <bdi>{whoText(line)}</bdi> {TEXT[line.event] ?? 'did something else'}{' '}
              <What id={page.id} line={line} />
              <br />
              <span className="nhsuk-body-s nhsuk-u-secondary-text-colour">
                {dayAndTime(line.at)}
              </span>
              {line.sha256 === null ? null : (
                <details className="nhsuk-details nhsuk-u-margin-bottom-0">
                  <summary className="nhsuk-details__summary">
                    <span className="nhsuk-details__summary-text">
                      Fingerprint of the file
                      <span className="nhsuk-u-visually-hidden"> of {dayAndTime(line.at)}</span>
                    </span>
                  </summary>
                  <div className="nhsuk-details__text">
                    <code className="app-narrative">{line.sha256}</code>
                  </div>
                </details>
              )}
            </li>
          ))}
        </ul>
        <PageLinks
          path={`/assessments/${page.id}/activity`}
          page={page.page}
          pages={page.pages}
          next="Earlier"
          previous="Later"
        />
      </Column>
    </AssessmentFrame>
  );
}

function What({ id, line }: { readonly id: string; readonly line: Line }) {
  const { criterion } = line;
  if (criterion === null) return line.event === 'criteria-assigned' ? 'which criteria' : null;
  if (criterion.title === null) return criterion.id;
  return (
    <a href={`/assessments/${id}/criteria/${criterion.id}`}>
      {criterion.id} {criterion.title}
    </a>
  );
}

function whoText({ actor, name }: Line): string {
  if (actor === null) return 'The service';
  return name ?? 'Someone whose account is gone';
}
