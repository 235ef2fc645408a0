// A few key figures side by side.

export type Figure = { readonly term: string; readonly value: string };

export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="app-figures">
      {figures.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
