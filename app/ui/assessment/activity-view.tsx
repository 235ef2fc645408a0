// What has been done to an assessment lately, in words.
import { ACTIVITY } from '#words/assessment/assessment-pages.ts';
import { PLACES } from '#words/kit/kit-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import type { ActivityPage } from '#app/queries/assessment/activity-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { PageLinks } from '#app/ui/kit/page-links.tsx';
import { dayAndTime } from '#words/kit/time.ts';
import { activityText } from '#words/assessment/work-words.ts';

type Line = ActivityPage['items'][number];

export function ActivityView({ page }: { readonly page: ActivityPage }) {
  return (
    <AssessmentFrame id={page.id} isOfOrganisation={page.isOfOrganisation} here="team">
      <PageTitle title={`Recent activity of ${page.department}`} />
      {page.isOfOrganisation ? (
        <BackLink to={addressOf('/assessments/:id', { id: page.id })}>{PLACES.taskList}</BackLink>
      ) : (
        <BackLink to={addressOf('/assessments/:id/team', { id: page.id })}>
          Team of {page.department}
        </BackLink>
      )}
      <Column>
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.department}</span>
          Recent activity
        </h1>
        <ul className="nhsuk-list">
          {page.items.map((line) => (
            <li key={line.sequence}>
              <bdi>{whoText(line)}</bdi> {activityText(line.event)}{' '}
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
          path={addressOf('/assessments/:id/activity', { id: page.id })}
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
  if (criterion === null) return line.event === 'criteria-assigned' ? ACTIVITY.whichCriteria : null;
  if (criterion.title === null) return criterion.id;
  return (
    <a href={addressOf('/assessments/:id/criteria/:criterion', { id, criterion: criterion.id })}>
      {criterion.id} {criterion.title}
    </a>
  );
}

function whoText({ actor, name }: Line): string {
  if (actor === null) return ACTIVITY.theService;
  return name ?? LABEL.someoneGone;
}
