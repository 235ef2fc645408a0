// The criteria before and after the one that a page is about.

type Neighbour = { readonly id: string; readonly title: string } | null;

type Props = {
  /** The address that the id of a criterion follows. */
  readonly base: string;
  readonly before: Neighbour;
  readonly after: Neighbour;
};

export function Neighbours({ base, before, after }: Props) {
  return (
    <nav className="app-neighbours" aria-label="Criteria">
      {before === null ? null : (
        <a href={`${base}/${before.id}`}>
          Previous: {before.id} {before.title}
        </a>
      )}
      {after === null ? null : (
        <a href={`${base}/${after.id}`}>
          Next: {after.id} {after.title}
        </a>
      )}
    </nav>
  );
}
