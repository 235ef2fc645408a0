// The plan as a board: what is not started, under way and done, each action as a card.
import { addressOf } from '#app/addresses.ts';
import { BOARD_COLUMNS } from '#app/domain/plan/plan-totals.ts';
import type { ActionPlanPage } from '#app/queries/plan/action-plan-page.ts';
import { PLAN_VIEWS } from '#words/plan/plan-pages.ts';
import { OverdueTag, StatusTag } from './status-tag.tsx';

type Props = { readonly page: Pick<ActionPlanPage, 'id' | 'groups'> };

export function PlanBoard({ page: { id, groups } }: Props) {
  const actions = groups.flatMap((group) => group.actions);
  return (
    <div className="app-board">
      {BOARD_COLUMNS.map((column) => {
        const own = actions.filter((action) => action.column === column);
        return (
          <section key={column} aria-labelledby={`board-${column}`}>
            <h2 className="nhsuk-heading-s" id={`board-${column}`}>
              {PLAN_VIEWS.columns[column]} ({own.length})
            </h2>
            {own.length === 0 ? <p>{PLAN_VIEWS.empty}</p> : null}
            <ul>
              {own.map((action) => (
                <li className="app-evidence" key={action.id}>
                  <p>
                    {action.number}.{' '}
                    <a
                      href={addressOf('/assessments/:id/actions/:action', {
                        id,
                        action: action.id,
                      })}
                    >
                      {action.objective}
                    </a>
                  </p>
                  <p className="nhsuk-body-s">
                    <bdi>{action.owner}</bdi>
                    {action.owner === '' ? '' : '. '}
                    {action.dates}
                  </p>
                  <p>
                    <StatusTag status={action.status} /> <OverdueTag action={action} />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
