// The evidence of an assessment as a library: each file or link once, with the criteria that it is used for.
import { EVIDENCE_LIMITS } from '#app/domain/limits.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';

export type Use = {
  /** Of the item of evidence. */
  readonly id: string;
  readonly criterion: string;
  /** SHA-256 of its file; null = it has none. */
  readonly sha256: string | null;
  readonly link: string | null;
};

/** The uses of one file, or of one link where there is no file; those that were attached first come first. */
export function piecesOf<One extends Use>(uses: readonly One[]): readonly (readonly One[])[] {
  return [...Map.groupBy(uses, keyOf).values()];
}

/** Items with the same key hold the same file, or lead to the same place. */
function keyOf({ id, sha256, link }: Use): string {
  if (sha256 !== null) return `file ${sha256}`;
  return link === null ? `item ${id}` : `link ${link}`;
}

export type NotUsedAgain =
  | { readonly code: 'nothing-chosen' }
  | { readonly code: 'too-many-items'; readonly most: number };

type Choice = { readonly criterion: string; readonly chosen: readonly string[] };

/**
 * The items that are used for a criterion once more: one of each piece that is chosen, and none that it has already.
 * Chosen ones that are not there (any more) are passed over.
 */
export function usedAgain<One extends Use>(
  uses: readonly One[],
  { criterion, chosen }: Choice,
): Result<readonly One[], NotUsedAgain> {
  const again = piecesOf(uses).flatMap((piece) => {
    const one = piece.find(({ id }) => chosen.includes(id));
    return one === undefined || piece.some((use) => use.criterion === criterion) ? [] : [one];
  });
  if (again.length === 0) return refused({ code: 'nothing-chosen' });
  const has = uses.filter((use) => use.criterion === criterion).length;
  const most = EVIDENCE_LIMITS.itemsPerCriterion;
  return has + again.length > most ? refused({ code: 'too-many-items', most }) : ok(again);
}
