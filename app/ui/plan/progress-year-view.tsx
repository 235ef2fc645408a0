// The report of one year after an award: every action of the plan with its status and a note.
import { PROGRESS_YEAR } from '#words/plan/plan-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { ProgressYearPage } from '#app/queries/plan/progress-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { SelectField, TextArea } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { stateText } from './progress-view.tsx';
import { StatusTag } from './status-tag.tsx';
import { dayAndTime, dayText } from '#words/kit/time.ts';

type Fields = Readonly<Record<string, string>>;
type Answered = {
  readonly errors: Fields;
  readonly typed: Fields;
  /** Someone else saved it in between. */
  readonly meanwhile: boolean;
};
type Props = {
  readonly page: ProgressYearPage & { readonly done: string | null };
  readonly answered: Answered | null;
};
type Action = ProgressYearPage['actions'][number];

export function ProgressYearView({ page, answered }: Props) {
  const { id, department, year, done, complete, actions, mayWrite } = page;
  const errors = answered?.errors ?? {};
  return (
    <AssessmentFrame id={id} here="plan">
      <PageTitle title={`Progress on the plan, year ${year}`} problems={answered !== null} />
      <BackLink to={addressOf('/assessments/:id/progress', { id })}>After the award</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <Done what={answered === null ? done : null} />
        {answered?.meanwhile ? <Meanwhile page={page} /> : null}
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{department}</span>
          Progress on the plan, year {year}
        </h1>
        <p>
          {stateSentence(page)} {complete} of {actions.length} actions{' '}
          {actions.length === 1 ? 'is' : 'are'} complete.
        </p>
        {actions.length === 0 ? <p>The plan that was submitted has no action.</p> : null}
        {mayWrite || answered !== null ? (
          <ReportForm page={page} answered={answered} />
        ) : (
          <Report page={page} />
        )}
      </Column>
    </AssessmentFrame>
  );
}

function stateSentence(page: ProgressYearPage): string {
  if (page.state === 'sent') return PROGRESS_YEAR.was(stateText(page));
  if (!page.isAsked) return PROGRESS_YEAR.notAsked;
  return PROGRESS_YEAR.is(stateText(page));
}

function Meanwhile({ page }: { readonly page: ProgressYearPage }) {
  return (
    <div className="nhsuk-warning-callout" role="alert">
      <h2 className="nhsuk-warning-callout__label">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        This report was changed while you were writing
      </h2>
      <p>
        <bdi>{page.updatedBy ?? 'A colleague'}</bdi> saved it
        {page.updatedAt === null ? '' : ` on ${dayAndTime(page.updatedAt)}`}. Nothing of yours is
        lost: the form below holds it, with what is saved now beside it. Saving replaces what is
        saved now.
      </p>
    </div>
  );
}

function ReportForm({ page, answered }: Props) {
  const typed = answered?.typed ?? null;
  const errors = answered?.errors ?? {};
  const meanwhile = answered?.meanwhile === true;
  return (
    <form method="post" autoComplete="off" noValidate>
      <input type="hidden" name="version" value={page.version} />
      {page.actions.map((action) => (
        <ActionPart key={action.number} action={action}>
          {meanwhile ? <Saved texts={[action.statusText, action.note]} /> : null}
          <SelectField
            name={`status-${action.number}`}
            label={<>Status{of(action)}</>}
            options={page.statuses}
            value={typed?.[`status-${action.number}`] ?? action.status ?? ''}
            error={errors[`status-${action.number}`]}
          />
          <TextArea
            name={`note-${action.number}`}
            label={<>What has happened{of(action)}</>}
            hint={
              action.overdue
                ? 'It should be done by now. Say why it is not, and what happens now; needed to send the report unless it is complete'
                : undefined
            }
            rows={3}
            value={typed?.[`note-${action.number}`] ?? action.note}
            error={errors[`note-${action.number}`]}
          />
        </ActionPart>
      ))}
      {meanwhile ? <Saved texts={[page.summary]} /> : null}
      <TextArea
        name="summary"
        label="Summary of the year"
        hint="What has changed for the staff that the plan is for. Needed to send the report"
        rows={6}
        value={typed?.['summary'] ?? page.summary}
        error={errors['summary']}
      />
      <div className="app-button-row">
        <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="save">
          Save as a draft
        </button>
        {page.maySend ? (
          <button className="nhsuk-button" name="intent" value="send">
            Go on to send the report
          </button>
        ) : null}
      </div>
      {page.maySend ? (
        <p>
          It is saved, and the next page shows what becomes public. Nothing is sent before you
          confirm it there.
        </p>
      ) : null}
    </form>
  );
}

function of({ number }: Action) {
  return <span className="nhsuk-u-visually-hidden"> (action {number})</span>;
}

function Saved({ texts }: { readonly texts: readonly string[] }) {
  return (
    <p className="app-narrative">Saved now: {texts.filter(Boolean).join(': ') || 'nothing'}</p>
  );
}

type PartProps = { readonly action: Action; readonly children: React.ReactNode };

function ActionPart({ action, children }: PartProps) {
  const { number, objective, criteria, owner, dueOn, overdue } = action;
  return (
    <section className="app-evidence" aria-labelledby={`action-${number}`}>
      <h2 className="nhsuk-heading-s" id={`action-${number}`}>
        {number}. {objective}
      </h2>
      <p className="nhsuk-body-s">
        {[
          criteria.length === 0 ? '' : `For ${criteria.join(', ')}`,
          owner === '' ? '' : `owner ${owner}`,
          dueOn === null ? 'no due date' : `due ${dayText(dueOn)}`,
        ]
          .filter(Boolean)
          .join(', ')}
        {overdue ? <strong> Overdue</strong> : null}
      </p>
      {children}
    </section>
  );
}

function Report({ page }: { readonly page: ProgressYearPage }) {
  return (
    <>
      {page.actions.map((action) => (
        <ActionPart key={action.number} action={action}>
          <p>{action.status === null ? action.statusText : <StatusTag status={action.status} />}</p>
          <p className="app-narrative">{action.note === '' ? 'No note.' : action.note}</p>
        </ActionPart>
      ))}
      <h2 className="nhsuk-heading-m">Summary of the year</h2>
      <p className="app-narrative">{page.summary === '' ? 'None yet.' : page.summary}</p>
    </>
  );
}
