// Words or questions, each with what is said of it.

type Props = { readonly rows: readonly (readonly [name: string, text: string])[] };

export function SummaryList({ rows }: Props) {
  return (
    <dl className="nhsuk-summary-list">
      {rows.map(([name, text]) => (
        <div className="nhsuk-summary-list__row" key={name}>
          <dt className="nhsuk-summary-list__key">{name}</dt>
          <dd className="nhsuk-summary-list__value">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
