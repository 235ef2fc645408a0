// The plan by owner and by quarter.
import type { ActionPlanPage } from '#app/queries/plan/action-plan-page.ts';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { LABEL } from '#words/kit/labels.ts';
import { TOTALS } from '#words/plan/plan-pages.ts';

export function PlanTotals({ totals }: Pick<ActionPlanPage, 'totals'>) {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{TOTALS.title}</span>
      </summary>
      <div className="nhsuk-details__text">
        <Rows caption={TOTALS.byOwner} first={LABEL.owner} rows={totals.owners} />
        <Rows caption={TOTALS.byQuarter} first={TOTALS.quarterColumn} rows={totals.quarters} />
      </div>
    </details>
  );
}

type RowsProps = {
  readonly caption: string;
  readonly first: string;
  readonly rows: ActionPlanPage['totals']['owners'];
};

function Rows({ caption, first, rows }: RowsProps) {
  const numeric = (title: string) => ({ title, numeric: true }) as const;
  return (
    <ScrollTable
      caption={caption}
      columns={[first, numeric(TOTALS.actions), numeric(TOTALS.complete), numeric(TOTALS.overdue)]}
    >
      {rows.map(({ name, all, complete, overdue }) => (
        <TableRow key={name}>
          <th className="nhsuk-table__header" scope="row">
            <bdi>{name}</bdi>
          </th>
          <td className="nhsuk-table__cell nhsuk-table__cell--numeric">{all}</td>
          <td className="nhsuk-table__cell nhsuk-table__cell--numeric">{complete}</td>
          <td className="nhsuk-table__cell nhsuk-table__cell--numeric">{overdue}</td>
        </TableRow>
      ))}
    </ScrollTable>
  );
}
