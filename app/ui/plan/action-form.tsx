// The form of one action, for a new one and for a change.
import { addressOf } from '#app/addresses.ts';
import type { ReactNode } from 'react';
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import type { ActionFormChoices } from '#app/queries/plan/action-page.ts';
import { ActionMilestones } from './action-milestones.tsx';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { DateField } from '#app/ui/kit/date-field.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, SelectField, TextArea, TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';

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
  readonly children?: ReactNode;
};

export function ActionForm(props: Props) {
  const { id, title, lead, choices, version, typed, criteria, errors, button } = props;
  const field = (name: string) => ({ name, value: typed[name], error: errors[name] });
  return (
    <AssessmentFrame id={id} here="plan">
      <PageTitle title={title} problems={Object.keys(errors).length > 0} />
      <BackLink to={`${addressOf('/assessments/:id/actions', { id })}${props.back}`}>
        {props.back === '' ? 'Action plan' : 'The action'}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        {props.children}
        <h1 className="nhsuk-heading-l">{title}</h1>
        {lead === null ? null : <p>{lead}</p>}
        <form method="post" autoComplete="off" action={props.to} noValidate>
          <input type="hidden" name="version" value={version} />
          <TextField
            {...field('keyPriority')}
            label="Key priority"
            hint={keyPriorityHint(choices.keyPriorities)}
            width="two-thirds"
          />
          <TextArea
            {...field('objective')}
            rows={2}
            label="Objective"
            hint="What will be different, in one sentence"
          />
          <Criteria choices={choices} criteria={criteria} error={errors['criteria']} />
          <TextArea {...field('reason')} rows={3} label="Why" hint="The gap that it answers" />
          <TextArea
            {...field('steps')}
            rows={6}
            label="Steps"
            hint={`One step on each line, at most ${ACTION_LIMITS.steps}`}
          />
          <TextField
            {...field('owner')}
            label="Owner"
            hint="The one person or post that answers for it, even where others do the work"
            width="two-thirds"
          />
          <TextField
            {...field('responsible')}
            label="Who does the work"
            hint="People, posts or teams; leave it empty where it is the owner alone"
          />
          <DateField name="startOn" label="Start date" typed={typed} error={errors['startOn']} />
          <DateField name="dueOn" label="Due date" typed={typed} error={errors['dueOn']} />
          <ActionMilestones typed={typed} errors={errors} />
          <TextArea
            {...field('resources')}
            rows={2}
            label="Resources"
            hint="Money, time and people"
          />
          <TextArea
            {...field('successMeasure')}
            rows={3}
            label="How you will know that it worked"
            hint="A figure or a fact, with its date"
          />
          <TextField
            {...field('baseline')}
            label="Baseline"
            hint="Where the measure stands today, such as 61% in March 2026"
          />
          <TextField
            {...field('target')}
            label="Target"
            hint="Where it is to be at the end, such as 80% by March 2028"
          />
          <SelectField
            {...field('priority')}
            value={typed['priority'] ?? 'medium'}
            label="Priority"
            options={choices.priorities}
          />
          <SelectField
            {...field('status')}
            value={typed['status'] ?? 'not-started'}
            label="Status"
            options={choices.statuses}
          />
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

function keyPriorityHint(used: readonly string[]): string {
  const what = 'What the plan groups its actions by, in your words';
  return used.length === 0 ? what : `${what}. Used so far: ${used.join('; ')}`;
}

function Criteria({
  choices,
  criteria,
  error,
}: {
  readonly choices: ActionFormChoices;
  readonly criteria: readonly string[];
  readonly error: string | undefined;
}) {
  return (
    <details className="nhsuk-details" open={error !== undefined || criteria.length === 0}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Criteria that it is for{criteria.length === 0 ? '' : `: ${criteria.join(', ')}`}
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
