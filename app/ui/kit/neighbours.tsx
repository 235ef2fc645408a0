// The criteria before and after the one that a page is about.

type Neighbour = { readonly id: string; readonly title: string } | null;

type Props = {
  readonly toCriterion: (id: string) => string;
  readonly before: Neighbour;
  readonly after: Neighbour;
};

export function Neighbours({ toCriterion, before, after }: Props) {
  return (
    <nav className="app-neighbours" aria-label="Criteria">
      {before === null ? null : (
        <a href={toCriterion(before.id)}>
          Previous: {before.id} {before.title}
        </a>
      )}
      {after === null ? null : (
        <a href={toCriterion(after.id)}>
          Next: {after.id} {after.title}
        </a>
      )}
    </nav>
  );
}
