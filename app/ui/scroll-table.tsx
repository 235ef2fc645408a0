// The frame of a table: it scrolls by itself where it is wider than the page, by keyboard too.
import type { ReactNode } from 'react';

type Props = {
  readonly caption: string;
  readonly columns: readonly (string | { readonly title: string; readonly numeric: true })[];
  /** The rows. */
  readonly children: ReactNode;
};

export function ScrollTable({ caption, columns, children }: Props) {
  return (
    <div className="app-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="nhsuk-table">
        <caption className="nhsuk-table__caption">{caption}</caption>
        <thead className="nhsuk-table__head">
          <tr>
            {columns.map((column) => {
              const numeric = typeof column !== 'string';
              const title = numeric ? column.title : column;
              return (
                <th
                  className={`nhsuk-table__header${numeric ? ' nhsuk-table__header--numeric' : ''}`}
                  scope="col"
                  key={title}
                >
                  {title}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">{children}</tbody>
      </table>
    </div>
  );
}
