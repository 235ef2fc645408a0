// The action plan that was submitted, for its panel: an overview, the plan over time, each action in full.
import { LABEL } from '#words/kit/labels.ts';
import type { SubmittedPlan as Plan } from '#app/queries/review/review-plan.ts';
import { Gantt } from '#app/ui/plan/gantt-figure.tsx';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { StatusTag } from '#app/ui/plan/status-tag.tsx';

type Group = Plan['groups'][number];
type Action = Group['actions'][number];

/**
 * `within` is the level of the heading above: an action is one below it. Under a heading of a page that goes on, the
 * actions can be folded away.
 */
export function SubmittedPlan({ plan, within }: { readonly plan: Plan; readonly within: 1 | 2 }) {
  const actions = plan.groups.flatMap((group) => group.actions);
  if (actions.length === 0) return <p>The plan that was submitted has no actions.</p>;
  const Heading = within === 1 ? 'h2' : 'h3';
  const each = actions.map((action) => (
    <section key={action.number} aria-labelledby={`action-${action.number}`}>
      <Heading className="nhsuk-heading-s" id={`action-${action.number}`}>
        {action.number}. {action.objective}
      </Heading>
      <Facts action={action} />
    </section>
  ));
  return (
    <>
      {plan.groups.map((group) => (
        <Overview key={group.keyPriority} group={group} alone={plan.groups.length === 1} />
      ))}
      {plan.gantt === null ? null : <Gantt gantt={plan.gantt} />}
      {within === 1 ? (
        each
      ) : (
        <details className="nhsuk-details" open>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Each action in full</span>
          </summary>
          <div className="nhsuk-details__text">{each}</div>
        </details>
      )}
    </>
  );
}

function Overview({ group, alone }: { readonly group: Group; readonly alone: boolean }) {
  const unnamed = alone ? LABEL.allActions : LABEL.otherActions;
  return (
    <ScrollTable
      caption={group.keyPriority === '' ? unnamed : `Key priority: ${group.keyPriority}`}
      columns={['Action', 'Criteria', 'Owner', 'Dates', 'Priority', 'Status']}
    >
      {group.actions.map((action) => (
        <TableRow key={action.number}>
          <th className="nhsuk-table__header" scope="row">
            <a href={`#action-${action.number}`}>
              {action.number}. {action.objective}
            </a>
          </th>
          <td className="nhsuk-table__cell">{action.criteria}</td>
          <td className="nhsuk-table__cell">
            <bdi>{action.owner}</bdi>
          </td>
          <td className="nhsuk-table__cell">{action.dates}</td>
          <td className="nhsuk-table__cell">{action.priority}</td>
          <td className="nhsuk-table__cell">
            <StatusTag status={action.status} />
          </td>
        </TableRow>
      ))}
    </ScrollTable>
  );
}

function Facts({ action }: { readonly action: Action }) {
  return (
    <dl className="nhsuk-summary-list">
      {action.facts.map(({ field, label, text }) => (
        <div className="nhsuk-summary-list__row" key={field}>
          <dt className="nhsuk-summary-list__key">{label}</dt>
          <dd className="nhsuk-summary-list__value app-narrative">
            {text === '' ? 'Not set' : text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
