// Lines under a heading of their own; nothing where there are none.

type Props = { readonly title: string; readonly items: readonly string[] };

export function TitledList({ title, items }: Props) {
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="nhsuk-heading-s">{title}</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
