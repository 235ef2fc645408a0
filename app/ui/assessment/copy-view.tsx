// Start from answers that exist: choose an assessment, then the answers to copy.
import { addressOf } from '#app/addresses.ts';
import type { CopyPage } from '#app/queries/assessment/copy-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { dayAndTime } from '#words/kit/time.ts';

export function CopyView({ page, error }: { page: CopyPage; error: string | null }) {
  return (
    <AssessmentFrame id={page.id} isOfOrganisation={page.isOfOrganisation} here="tasks">
      <PageTitle title="Copy answers from another assessment" problems={error !== null} />
      <BackLink to={addressOf('/assessments/:id', { id: page.id })}>
        Task list of {page.department}
      </BackLink>
      <Column>
        <ErrorSummary problems={error === null ? [] : [{ text: error, field: null }]} />
        <h1 className="nhsuk-heading-l">Copy answers from another assessment</h1>
        <p>
          Only criteria that are still empty are filled. Each copied answer says where it comes
          from, and is marked until someone has looked at it and saved it.
        </p>
        {page.sources.length === 0 ? (
          <p>There is no other assessment on this charter that you may read.</p>
        ) : null}
        <ul className="nhsuk-list nhsuk-list--bullet">
          {page.sources.map(({ id, name, charter, startedAt }) => (
            <li key={id}>
              {id === page.chosen?.id ? (
                <strong>{name}</strong>
              ) : (
                <a href={`${addressOf('/assessments/:id/copy', { id: page.id })}?from=${id}`}>
                  {name}
                </a>
              )}
              <br />
              {charter}, started on {dayAndTime(startedAt)}
            </li>
          ))}
        </ul>
        {page.chosen === null ? null : <Answers page={page} from={page.chosen.id} />}
      </Column>
    </AssessmentFrame>
  );
}

function Answers({ page, from }: { readonly page: CopyPage; readonly from: string }) {
  if (page.answers.length === 0) {
    return <p>It has no answer to a criterion that is still empty here.</p>;
  }
  return (
    <form method="post">
      <input type="hidden" name="from" value={from} />
      <fieldset className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
          Which answers do you want to copy?
        </legend>
        <div className="nhsuk-checkboxes">
          {page.answers.map(({ criterion, name, text, evidence }) => (
            <div className="nhsuk-checkboxes__item" key={criterion}>
              <input
                className="nhsuk-checkboxes__input"
                type="checkbox"
                id={`copy-${criterion}`}
                name="criterion"
                value={criterion}
                aria-describedby={`copy-${criterion}-text`}
              />
              <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`copy-${criterion}`}>
                {name}
              </label>
              <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`copy-${criterion}-text`}>
                {text.length > 200 ? `${text.slice(0, 200)}…` : text}
                {evidence === 0 ? '' : ` (with ${evidence} items of evidence)`}
              </div>
            </div>
          ))}
        </div>
      </fieldset>
      <button className="nhsuk-button nhsuk-u-margin-top-4">Copy the answers</button>
    </form>
  );
}
