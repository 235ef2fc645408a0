// What became of each criterion from one version to another: matched by id, or by `replaces`, which
// renames, splits or merges. Source: scoring.md, Versions.
import { allCriteria, type Charter, type Criterion } from './charter.ts';

/** Where a criterion of the newer version comes from. */
export type Origin =
  | { readonly kind: 'added' }
  /** The same id in both versions. */
  | { readonly kind: 'same'; readonly before: Criterion }
  /** It alone replaces one older criterion, which is gone. */
  | { readonly kind: 'rename'; readonly before: Criterion }
  /** One of several parts of one older criterion. */
  | { readonly kind: 'split'; readonly before: Criterion }
  /** Several older criteria in one. */
  | { readonly kind: 'merge'; readonly before: readonly Criterion[] };

export type Succession = {
  /** Criterion id of the newer version to its origin, in that version's order. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Criteria of the older version that nothing succeeds, in its order. */
  readonly removed: readonly Criterion[];
};

/**
 * How the criteria of `after` follow from those of `before`. A criterion that keeps its id and also
 * replaces another is a merge of both; ids under `replaces` that `before` does not have are history.
 */
export function succession(before: Charter, after: Charter): Succession {
  const older = allCriteria(before);
  const newer = allCriteria(after);
  const predecessors = new Map(
    newer.map((criterion) => [criterion.id, older.filter(({ id }) => follows(criterion, id))]),
  );
  const parts = (id: string) => newer.filter((criterion) => follows(criterion, id)).length;
  const origins = newer.map(({ id }): [string, Origin] => {
    const [first, ...others] = predecessors.get(id) ?? [];
    if (first === undefined) return [id, { kind: 'added' }];
    if (others.length > 0) return [id, { kind: 'merge', before: [first, ...others] }];
    if (parts(first.id) > 1) return [id, { kind: 'split', before: first }];
    return [id, { kind: first.id === id ? 'same' : 'rename', before: first }];
  });
  return { origins: new Map(origins), removed: older.filter(({ id }) => parts(id) === 0) };
}

function follows(criterion: Criterion, older: string): boolean {
  return criterion.id === older || criterion.replaces.includes(older);
}
