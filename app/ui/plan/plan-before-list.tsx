// The plan of the award that is renewed: what became of each action, and which of them go on.
import type { PlanSuggestion, PreviousPlan as Plan } from '#app/queries/plan/plan-before.ts';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { StatusTag } from './status-tag.tsx';
import { dayText } from '#words/kit/time.ts';

type Props = {
  readonly plan: Plan;
  /** Where an action is carried over to; null = not by this reader. */
  readonly carryTo: string | null;
};

export function PreviousPlan({ plan, carryTo }: Props) {
  const { actions, done, year, award } = plan;
  return (
    <section aria-labelledby="previous-plan">
      <h2 className="nhsuk-heading-m" id="previous-plan">
        Previous plan
      </h2>
      <p>
        This assessment renews the award {award}. {done} of the {actions.length} actions of its plan{' '}
        {done === 1 ? 'is' : 'are'} complete,{' '}
        {year === null
          ? 'as the plan was submitted: no yearly report has been sent'
          : `as reported for year ${year}`}
        .
      </p>
      <ScrollTable
        caption="Actions of the previous plan"
        columns={['Action', 'Criteria', 'Due', 'Last reported', 'In the new plan']}
      >
        {actions.map((action) => (
          <TableRow key={action.number}>
            <th className="nhsuk-table__header" scope="row">
              {action.number}. {action.objective}
            </th>
            <td className="nhsuk-table__cell">{action.criteria.join(', ')}</td>
            <td className="nhsuk-table__cell">
              {action.dueOn === null ? 'Not set' : dayText(action.dueOn)}
            </td>
            <td className="nhsuk-table__cell">
              <StatusTag status={action.status} />
              {action.note === '' ? null : <div className="app-narrative">{action.note}</div>}
            </td>
            <td className="nhsuk-table__cell">
              {action.carried ? 'Yes' : null}
              {!action.carried && carryTo !== null ? (
                <a href={`${carryTo}?previous=${action.number}`}>
                  Carry over
                  <span className="nhsuk-u-visually-hidden"> action {action.number}</span>
                </a>
              ) : null}
              {!action.carried && carryTo === null ? 'No' : null}
            </td>
          </TableRow>
        ))}
      </ScrollTable>
    </section>
  );
}

/** What the previous plan says of this criterion. */
type SupportProps = {
  readonly suggestion: PlanSuggestion;
  readonly forPanel?: boolean;
};

export function PlanSupport({ suggestion, forPanel = false }: SupportProps) {
  const { done, all, year, percent, rating, next, claimsMore } = suggestion;
  return (
    <section className="app-evidence" aria-labelledby="plan-support">
      <h2 className="nhsuk-heading-s" id="plan-support">
        What the previous plan supports
      </h2>
      <p>
        {done} of {all} actions {done === 1 ? 'is' : 'are'} done: {percent}.{' '}
        {rating === 0
          ? 'The share alone supports no rating.'
          : `The plan supports a rating of ${suggestion.ratingText}.`}
        {next === null ? null : ` A rating of ${next.rating} asks for ${next.least}.`}
      </p>
      <p>
        {year === null
          ? 'No yearly report has been sent, so the statuses are those of the plan as it was submitted.'
          : `The statuses are those of the report on year ${year}.`}
      </p>
      {claimsMore ? (
        <p>
          <strong>The rating claimed is higher than the plan supports.</strong>
          {forPanel ? null : ' Say in the narrative why; the panel sees the plan as well.'}
        </p>
      ) : null}
      <p>The score does not depend on it.</p>
    </section>
  );
}
