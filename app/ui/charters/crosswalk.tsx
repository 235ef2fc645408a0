// Where other standards ask for the same as a criterion, and what is accepted of them.

type Props = {
  readonly crosswalk: readonly { readonly standard: string; readonly accepted: string }[];
};

export function Crosswalk({ crosswalk }: Props) {
  if (crosswalk.length === 0) return null;
  return (
    <>
      <p>Asked by other standards, too:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {crosswalk.map(({ standard, accepted }) => (
          <li key={standard}>
            {standard}
            {accepted === '' ? '' : `. ${accepted}`}
          </li>
        ))}
      </ul>
    </>
  );
}
