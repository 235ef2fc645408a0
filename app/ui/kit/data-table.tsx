// A table from plain data; it scrolls by itself where it is wider than the page, and by keyboard too.
import type { TableModel } from '#reports/chart-model.ts';

export function DataTable({ table }: { readonly table: TableModel }) {
  return (
    <div className="app-scroll" role="region" aria-label={table.caption} tabIndex={0}>
      <table className="nhsuk-table">
        <caption className="nhsuk-table__caption">{table.caption}</caption>
        <colgroup>
          {table.columns.map(({ title, share }) => (
            <col key={title} className={`app-share-${Math.round(share / 5) * 5}`} />
          ))}
        </colgroup>
        <thead className="nhsuk-table__head">
          <tr>
            {table.columns.map(({ title, align }) => (
              <th className={headerClass(align)} scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {table.rows.map(([first, ...rest], row) => (
            <tr className="nhsuk-table__row" key={textOf(first ?? String(row))}>
              <th className="nhsuk-table__header" scope="row">
                {textOf(first ?? '')}
              </th>
              {rest.map((cell, index) => (
                <td
                  className={cellClass(table.columns[index + 1]?.align ?? 'start')}
                  data-column={table.columns[index + 1]?.title}
                  key={table.columns[index + 1]?.title}
                >
                  {typeof cell === 'string' ? cell : <strong>{cell.text}</strong>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Cell = TableModel['rows'][number][number];

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

function headerClass(align: 'start' | 'end'): string {
  return `nhsuk-table__header${align === 'end' ? ' nhsuk-table__header--numeric' : ''}`;
}

function cellClass(align: 'start' | 'end'): string {
  return `nhsuk-table__cell${align === 'end' ? ' nhsuk-table__cell--numeric' : ''}`;
}
