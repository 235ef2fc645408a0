// The frame of a table: it scrolls by itself where it is wider than the page, by keyboard too. On a telephone each
// row stands by itself and each cell names its column, so that nothing is out of sight.
import { Children, cloneElement, createContext, isValidElement, type ReactNode, use } from 'react';

const Titles = createContext<readonly string[]>([]);

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
              const title = titleOf(column);
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
        <tbody className="nhsuk-table__body">
          <Titles value={columns.map(titleOf)}>{children}</Titles>
        </tbody>
      </table>
    </div>
  );
}

function titleOf(column: Props['columns'][number]): string {
  return typeof column === 'string' ? column : column.title;
}

/** A row of such a table; its children are the cells, one for each column. */
export function TableRow({ children }: { readonly children: ReactNode }) {
  const titles = use(Titles);
  return (
    <tr className="nhsuk-table__row">
      {Children.toArray(children).map((cell, index) =>
        isValidElement<{ 'data-column'?: string }>(cell) && cell.type === 'td'
          ? cloneElement(cell, { 'data-column': titles[index] ?? '' })
          : cell,
      )}
    </tr>
  );
}

type TickProps = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isTicked: boolean;
};

/** A box by which the row is chosen; what it is called is heard and not seen. */
export function RowTick({ id, name, value, label, isTicked }: TickProps) {
  return (
    <div className="nhsuk-checkboxes">
      <div className="nhsuk-checkboxes__item">
        <input
          className="nhsuk-checkboxes__input"
          type="checkbox"
          name={name}
          id={id}
          value={value}
          defaultChecked={isTicked}
        />
        <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
          <span className="nhsuk-u-visually-hidden">{label}</span>
        </label>
      </div>
    </div>
  );
}
