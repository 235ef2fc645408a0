// One action to read, with its progress log; who may plan notes here what has happened.
import { addressOf } from '#app/addresses.ts';
import type { ActionPage } from '#app/queries/plan/action-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { SelectField, TextArea } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { StatusTag } from './status-tag.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Fields = Readonly<Record<string, string>>;

type Props = {
  readonly page: ActionPage & { readonly done: string | null };
  readonly answered: { readonly errors: Fields; readonly typed: Fields } | null;
};

export function ActionView({ page, answered }: Props) {
  const { id, action, number, objective, status, facts, mayPlanActions } = page;
  const errors = answered?.errors ?? {};
  return (
    <AssessmentFrame id={id} here="plan">
      <PageTitle title={`Action ${number}`} problems={Object.keys(errors).length > 0} />
      <BackLink to={addressOf('/assessments/:id/actions', { id })}>Action plan</BackLink>
      <Done what={page.done} />
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">Action {number}</span>
          {objective}
        </h1>
        <p>
          <StatusTag status={status} />
        </p>
        <dl className="nhsuk-summary-list">
          {facts.map(({ field, label, text }) => (
            <div className="nhsuk-summary-list__row" key={field}>
              <dt className="nhsuk-summary-list__key">{label}</dt>
              <dd className="nhsuk-summary-list__value app-narrative">
                {text === '' ? 'Not set yet' : text}
              </dd>
            </div>
          ))}
        </dl>
        {mayPlanActions ? (
          <a
            className="nhsuk-button nhsuk-button--secondary"
            href={addressOf('/assessments/:id/actions/:action/change', { id, action })}
          >
            Change or remove this action
          </a>
        ) : null}
        <Log page={page} answered={answered} />
      </Column>
    </AssessmentFrame>
  );
}

function Log({ page, answered }: Props) {
  const { progress, status, statuses, mayNote } = page;
  const errors = answered?.errors ?? {};
  return (
    <section aria-labelledby="progress">
      <h2 className="nhsuk-heading-m" id="progress">
        Progress
      </h2>
      {mayNote ? (
        <form method="post" noValidate>
          <TextArea
            name="note"
            rows={3}
            label="What has happened"
            hint="A note cannot be changed afterwards: it is the record that a panel will read"
            value={answered?.typed['note']}
            error={errors['note']}
          />
          <SelectField
            name="status"
            label="Status from now on"
            value={answered?.typed['status'] ?? status}
            error={errors['status']}
            options={statuses}
          />
          <button className="nhsuk-button">Add to the log</button>
        </form>
      ) : null}
      {progress.length === 0 ? <p>Nothing has been noted yet.</p> : null}
      <ol className="app-log">
        {progress.map(({ id, note, status: then, at, by }) => (
          <li key={id}>
            <p className="app-log__head">
              <StatusTag status={then} />
              <span>
                <bdi>{by ?? 'A former colleague'}</bdi>, {dayAndTime(at)}
              </span>
            </p>
            <p className="app-narrative">{note}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
