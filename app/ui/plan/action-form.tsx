// The form of one action, for a new one and for a change.
import { ACTION_FORM } from '#words/plan/plan-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { ReactNode } from 'react';
import { ACTION_FIELDS, type ActionField } from '#app/domain/plan/action-fields.ts';
import type { ActionFormChoices } from '#app/queries/plan/action-page.ts';
import { ActionMilestones } from './action-milestones.tsx';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { DateField } from '#app/ui/kit/date-field.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, SelectField, TextArea, TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import type { FormDraft } from '#app/domain/policy/form-draft.ts';
import { draftAttributes, DraftFields, DraftStanding } from '#app/ui/kit/typing/draft-of-form.tsx';
import { actionWords, choiceWords } from '#words/plan/action-words.ts';

type Props = {
  readonly id: string;
  /** Where the way back leads, below the plan. */
  readonly back: string;
  /** Where the form is sent; without it, to its own page. */
  readonly to?: string | undefined;
  readonly title: string;
  readonly lead: string | null;
  readonly choices: ActionFormChoices;
  readonly version: number;
  readonly typed: Readonly<Record<string, string>>;
  readonly criteria: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
  readonly button: string;
  readonly removable?: boolean;
  /** What is kept while somebody types; null = nothing is, because the form stands in for one that is gone. */
  readonly draft: FormDraft | null;
  /** The address of the form. */
  readonly here: string;
  readonly children?: ReactNode;
};

export function ActionForm(props: Props) {
  const { id, title, lead, version, errors, button, draft } = props;
  const refused = Object.keys(errors).length > 0;
  return (
    <AssessmentFrame id={id} here="plan">
      <PageTitle title={title} problems={refused} />
      <BackLink to={`${addressOf('/assessments/:id/actions', { id })}${props.back}`}>
        {props.back === '' ? 'Action plan' : 'The action'}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        {props.children}
        <h1 className="nhsuk-heading-l">{title}</h1>
        {lead === null ? null : <p>{lead}</p>}
        {draft === null || refused ? null : <DraftStanding draft={draft} here={props.here} />}
        <form
          method="post"
          autoComplete="off"
          action={props.to}
          noValidate
          {...(draft === null ? {} : draftAttributes(draft, refused))}
        >
          <input type="hidden" name="version" value={version} />
          {ACTION_FIELDS.map((field) => (
            <Field key={field.name} field={field} form={props} />
          ))}
          {draft === null ? null : <DraftFields draft={draft} />}
          <div className="app-button-row">
            <button className="nhsuk-button" name="intent" value="save">
              {button}
            </button>
          </div>
          {props.removable ? (
            <details className="nhsuk-details">
              <summary className="nhsuk-details__summary">
                <span className="nhsuk-details__summary-text">Remove this action</span>
              </summary>
              <div className="nhsuk-details__text">
                <p>It is taken out of the plan, and cannot be brought back.</p>
                <button className="nhsuk-button nhsuk-button--warning" name="intent" value="remove">
                  Remove the action
                </button>
              </div>
            </details>
          ) : null}
        </form>
      </Column>
    </AssessmentFrame>
  );
}

/** A line for so much is drawn shorter than the page is wide. */
const SHORT = 200;

/** The field of the form, as its kind is filled in. */
function Field({ field, form }: { readonly field: ActionField; readonly form: Props }) {
  const { choices, typed, criteria, errors } = form;
  const { name, kind } = field;
  const words = actionWords[name];
  const shown = {
    name,
    label: words.inForm ?? words.name,
    hint: words.hint,
    value: typed[name],
    error: errors[name],
  };
  switch (kind) {
    case 'group':
      return (
        <TextField
          {...shown}
          hint={groupHint(words.hint, choices.keyPriorities)}
          width="two-thirds"
        />
      );
    case 'line':
      return <TextField {...shown} width={field.most > SHORT ? 'full' : 'two-thirds'} />;
    case 'text':
      return <TextArea {...shown} rows={field.rows} />;
    case 'lines':
      return (
        <TextArea {...shown} rows={field.rows} hint={`${words.hint}, at most ${field.most}`} />
      );
    case 'criteria':
      return (
        <Criteria label={shown.label} choices={choices} criteria={criteria} error={shown.error} />
      );
    case 'day':
      return <DateField name={name} label={shown.label} typed={typed} error={shown.error} />;
    case 'milestones':
      return <ActionMilestones typed={typed} errors={errors} />;
    case 'choice':
      return (
        <SelectField
          {...shown}
          value={typed[name] ?? field.otherwise}
          options={field.choices.map((value) => ({
            value,
            label: choiceWords[name][value] ?? value,
          }))}
        />
      );
    default:
      return field satisfies never;
  }
}

function groupHint(what = '', used: readonly string[]): string {
  return used.length === 0 ? what : ACTION_FORM.usedSoFar(what, used.join('; '));
}

function Criteria({
  label,
  choices,
  criteria,
  error,
}: {
  readonly label: string;
  readonly choices: ActionFormChoices;
  readonly criteria: readonly string[];
  readonly error: string | undefined;
}) {
  return (
    <details className="nhsuk-details" open={error !== undefined || criteria.length === 0}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {label}
          {criteria.length === 0 ? '' : `: ${criteria.join(', ')}`}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        {choices.sections.map((section, index) => (
          <div key={section.id} className="app-small-choices">
            <Criterion
              section={section}
              chosen={criteria}
              error={index === 0 ? error : undefined}
            />
          </div>
        ))}
      </div>
    </details>
  );
}

function Criterion({
  section,
  chosen,
  error,
}: {
  readonly section: ActionFormChoices['sections'][number];
  readonly chosen: readonly string[];
  readonly error: string | undefined;
}) {
  return (
    <Choices
      name="criteria"
      idPrefix={`criteria-${section.id}`}
      kind="checkbox"
      size="s"
      label={section.title}
      error={error}
      chosen={chosen}
      options={section.criteria.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
    />
  );
}
