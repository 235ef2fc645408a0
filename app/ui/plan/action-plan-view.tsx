// The action plan: what will be done, by whom, by when; and what the charter suggests for open gaps.
import { SEVERAL } from '#words/plan/several-words.ts';
import { PLAN, PLAN_VIEWS } from '#words/plan/plan-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import type { ActionPlanPage } from '#app/queries/plan/action-plan-page.ts';
import type { PreviousPlan as PreviousPlanShown } from '#app/queries/plan/plan-before.ts';
import { FirstMoves } from './first-moves-list.tsx';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { Gantt } from './gantt-figure.tsx';
import { HiddenFields } from '#app/ui/kit/fields.tsx';
import { Done } from '#app/ui/kit/page.tsx';
import { PreviousPlan } from './plan-before-list.tsx';
import { PlanFilter } from './plan-filter.tsx';
import { PlanWarnings } from './plan-warnings.tsx';
import { PlanBoard } from './plan-board.tsx';
import { PlanTotals } from './plan-totals-table.tsx';
import { OverdueTag, StatusTag } from './status-tag.tsx';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';

type Props = {
  readonly page: ActionPlanPage & {
    readonly awarded: boolean;
    /** Whether it is shown as a board, and the addresses of both. */
    readonly isBoard: boolean;
    readonly views: { readonly table: string; readonly board: string };
    /** Where those that are looked for are changed together. */
    readonly several: string;
    readonly previous: PreviousPlanShown | null;
    readonly done: string | null;
  };
};
type Group = ActionPlanPage['groups'][number];
type Row = Group['actions'][number];

export function ActionPlanView({ page }: Props) {
  const { id, department, actions, groups, gantt, mayPlanActions } = page;
  return (
    <AssessmentFrame id={id} here="plan">
      <PageTitle title={`Action plan of ${department}`} />
      <Done what={page.done} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{department}</span>
        Action plan
      </h1>
      {page.awarded ? (
        <p>
          <a href={addressOf('/assessments/:id/progress', { id })}>
            After the award: report progress on the plan
          </a>
        </p>
      ) : null}
      {actions === 0 ? (
        <p>
          There are no actions yet. A plan says what you will do about each gap: who does it, by
          when, and how you will know that it worked.
        </p>
      ) : null}
      <PlanWarnings page={page} />
      {actions < FEW && !page.looking.isNarrowed ? null : <PlanFilter page={page} />}
      {actions === 0 ? null : <Views page={page} />}
      {page.isBoard ? (
        <PlanBoard page={page} />
      ) : (
        groups.map((group) => <ActionTable key={group.keyPriority} group={group} page={page} />)
      )}
      {actions < FEW ? null : <PlanTotals totals={page.totals} />}
      {mayPlanActions ? (
        <div className="app-button-row">
          <a className="nhsuk-button" href={addressOf('/assessments/:id/actions/new', { id })}>
            Add an action
          </a>
          {actions < 2 ? null : (
            <a className="nhsuk-button nhsuk-button--secondary" href={page.several}>
              {SEVERAL.link}
            </a>
          )}
        </div>
      ) : null}
      {gantt === null ? null : (
        <section aria-labelledby="over-time">
          <h2 className="nhsuk-heading-m" id="over-time">
            The plan over time
          </h2>
          <Gantt gantt={gantt} />
        </section>
      )}
      {page.previous === null ? null : (
        <PreviousPlan
          plan={page.previous}
          carryTo={mayPlanActions ? addressOf('/assessments/:id/actions/new', { id }) : null}
        />
      )}
      <Suggestions page={page} />
      <Downloads page={page} />
    </AssessmentFrame>
  );
}

/** The two ways in which the plan is shown, with what is looked for. */
function Views({ page: { isBoard, views } }: Props) {
  const both = [
    ['table', !isBoard],
    ['board', isBoard],
  ] as const;
  return (
    <nav className="app-places" aria-label={PLAN_VIEWS.label}>
      <ul>
        {both.map(([view, isHere]) => (
          <li key={view}>
            <a href={views[view]} aria-current={isHere ? 'page' : undefined}>
              {PLAN_VIEWS[view]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Fewer than these are seen at a glance. */
const FEW = 5;

const COLUMNS = [
  LABEL.action,
  LABEL.criteria,
  LABEL.owner,
  LABEL.dates,
  LABEL.priority,
  LABEL.status,
];

function ActionTable({ group, page }: { readonly group: Group; readonly page: ActionPlanPage }) {
  const { id, groups, looking } = page;
  // Where an action is moved to is its place in the whole plan.
  const mayMove = page.mayPlanActions && !looking.isNarrowed;
  const unnamed = groups.length === 1 ? LABEL.allActions : LABEL.otherActions;
  const caption = group.keyPriority === '' ? unnamed : PLAN.keyPriority(group.keyPriority);
  return (
    <ScrollTable caption={caption} columns={mayMove ? [...COLUMNS, 'Order'] : COLUMNS}>
      {group.actions.map((action) => (
        <TableRow key={action.id}>
          <th className="nhsuk-table__header" scope="row">
            {action.number}.{' '}
            <a href={addressOf('/assessments/:id/actions/:action', { id, action: action.id })}>
              {action.objective}
            </a>
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
            <StatusTag status={action.status} /> <OverdueTag action={action} />
          </td>
          {mayMove ? (
            <td className="nhsuk-table__cell">
              <Move action={action} of={page.actions} />
            </td>
          ) : null}
        </TableRow>
      ))}
    </ScrollTable>
  );
}

/** Two buttons, without the one that would do nothing. */
function Move({ action, of }: { readonly action: Row; readonly of: number }) {
  return (
    <form method="post" className="app-move" id={`move-${action.id}`}>
      <HiddenFields fields={[['action', action.id]]} />
      {action.number === 1 ? null : <MoveButton action={action} direction="up" />}
      {action.number === of ? null : <MoveButton action={action} direction="down" />}
    </form>
  );
}

type MoveProps = { readonly action: Row; readonly direction: 'up' | 'down' };

function MoveButton({ action, direction }: MoveProps) {
  return (
    <button className="app-link-button" name="direction" value={direction}>
      Move {direction}
      <span className="nhsuk-u-visually-hidden"> action {action.number}</span>
    </button>
  );
}

function Downloads({ page: { id, mayPlanActions } }: { readonly page: ActionPlanPage }) {
  return (
    <section aria-labelledby="downloads">
      <h2 className="nhsuk-heading-m" id="downloads">
        Take the plan with you
      </h2>
      <ul className="nhsuk-list">
        <li>
          <a href={addressOf('/assessments/:id/documents/:kind', { id, kind: 'action-plan' })}>
            Download the plan (PDF)
          </a>
        </li>
        <li>
          <a href={addressOf('/assessments/:id/actions/plan.xlsx', { id })}>
            Download the plan as a spreadsheet (Excel)
          </a>
        </li>
        <li>
          <a href={addressOf('/assessments/:id/actions/plan.ics', { id })}>
            Download its dates for your calendar (ICS)
          </a>
        </li>
        {mayPlanActions ? (
          <li>
            <a href={addressOf('/assessments/:id/actions/import', { id })}>
              Bring a spreadsheet back
            </a>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function Suggestions({ page }: { readonly page: ActionPlanPage }) {
  const { id, suggestions, target, mayPlanActions, wayUnknown, first } = page;
  if (!mayPlanActions || suggestions.length === 0) return null;
  return (
    <section aria-labelledby="suggestions">
      <h2 className="nhsuk-heading-m" id="suggestions">
        Suggested for the way to {target}
      </h2>
      <FirstMoves id={id} first={first} />
      <p>
        These gaps have no action yet. Each suggestion comes from the charter; you can change every
        word before you add it.
      </p>
      {wayUnknown === null ? null : (
        <p>
          {wayUnknown === 'pending'
            ? 'They are what the levels require of single criteria. The whole way is being worked out: load this page again in some seconds.'
            : 'They are what the levels require of single criteria. The whole way could not be worked out in the time allowed.'}
        </p>
      )}
      <ul className="nhsuk-task-list">
        {suggestions.map((suggestion) => (
          <li
            className="nhsuk-task-list__item nhsuk-task-list__item--with-link"
            key={suggestion.criterion}
          >
            <div className="nhsuk-task-list__name-and-hint">
              <a
                className="nhsuk-link nhsuk-task-list__link"
                href={`${addressOf('/assessments/:id/actions/new', { id })}?criterion=${suggestion.criterion}&rating=${suggestion.to}`}
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
