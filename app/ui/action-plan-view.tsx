// The action plan: what will be done, by whom, by when; and what the charter suggests for open gaps.
import type { ActionPlanPage } from '#app/queries/action-plan-page.ts';
import { AssessmentFrame } from './assessment-frame.tsx';
import { PageTitle } from './error-summary.tsx';
import { Done } from './page.tsx';

type Props = { readonly page: ActionPlanPage & { readonly done: string | null } };

export function ActionPlanView({ page }: Props) {
  const { id, department, actions, mayPlanActions } = page;
  return (
    <AssessmentFrame id={id} here="plan">
      <PageTitle title={`Action plan of ${department}`} />
      <Done what={page.done} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{department}</span>
        Action plan
      </h1>
      {actions.length === 0 ? (
        <p>
          There are no actions yet. A plan says what you will do about each gap: who does it, by
          when, and how you will know that it worked.
        </p>
      ) : (
        <ActionTable page={page} />
      )}
      <div className="app-button-row">
        {mayPlanActions ? (
          <a className="nhsuk-button" href={`/assessments/${id}/actions/new`}>
            Add an action
          </a>
        ) : null}
        <a
          className="nhsuk-button nhsuk-button--secondary"
          href={`/assessments/${id}/documents/action-plan`}
        >
          Download the plan (PDF)
        </a>
      </div>
      <Suggestions page={page} />
    </AssessmentFrame>
  );
}

function ActionTable({ page: { id, actions, mayPlanActions } }: { readonly page: ActionPlanPage }) {
  return (
    <div className="app-scroll" role="region" aria-label="All actions" tabIndex={0}>
      <table className="nhsuk-table">
        <caption className="nhsuk-table__caption">All actions</caption>
        <thead className="nhsuk-table__head">
          <tr>
            {['Action', 'Criteria', 'Owner', 'Dates', 'Priority', 'Status'].map((title) => (
              <th className="nhsuk-table__header" scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {actions.map((action) => (
            <tr className="nhsuk-table__row" key={action.id}>
              <th className="nhsuk-table__header" scope="row">
                {action.number}.{' '}
                {mayPlanActions ? (
                  <a href={`/assessments/${id}/actions/${action.id}`}>{action.objective}</a>
                ) : (
                  action.objective
                )}
                {action.missing.length === 0 ? null : (
                  <div className="nhsuk-hint nhsuk-u-margin-bottom-0">
                    Not set yet: {action.missing.join(', ')}
                  </div>
                )}
              </th>
              <td className="nhsuk-table__cell">{action.criteria.join(', ')}</td>
              <td className="nhsuk-table__cell">
                <bdi>{action.owner}</bdi>
              </td>
              <td className="nhsuk-table__cell">{action.dates}</td>
              <td className="nhsuk-table__cell">{action.priority}</td>
              <td className="nhsuk-table__cell">
                <strong>{action.status}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Suggestions({ page }: { readonly page: ActionPlanPage }) {
  const { id, suggestions, target, mayPlanActions } = page;
  if (!mayPlanActions || suggestions.length === 0) return null;
  return (
    <section aria-labelledby="suggestions">
      <h2 className="nhsuk-heading-m" id="suggestions">
        Suggested for the way to {target}
      </h2>
      <p>
        These gaps have no action yet. Each suggestion comes from the charter; you can change every
        word before you add it.
      </p>
      <ul className="nhsuk-task-list">
        {suggestions.map((suggestion) => (
          <li
            className="nhsuk-task-list__item nhsuk-task-list__item--with-link"
            key={suggestion.criterion}
          >
            <div className="nhsuk-task-list__name-and-hint">
              <a
                className="nhsuk-link nhsuk-task-list__link"
                href={`/assessments/${id}/actions/new?criterion=${suggestion.criterion}&rating=${suggestion.to}`}
              >
                {suggestion.objective}
              </a>
              <div className="nhsuk-task-list__hint">
                To raise {suggestion.name} to {suggestion.rating}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
