// What a panel agreed on the last time, of a department’s criteria as their charter names them today.
import type { Charter } from '#app/domain/charter/charter.ts';
import { diffCharters } from '#app/domain/charter/diff.ts';

type Agreed = {
  readonly criterion: string;
  /** null = not applicable, agreed. */
  readonly consensus: number | null;
};

/**
 * The agreed ratings by the ids of today’s charter. Left out is what cannot be compared: a criterion that was agreed not to
 * apply, is new, was split or merged, or asks something else now, and every one where the scale changed.
 */
export function agreedBefore(
  { older, newer }: { readonly older: Charter; readonly newer: Charter },
  agreed: readonly Agreed[],
): ReadonlyMap<string, number> {
  const ratings = new Map(agreed.map(({ criterion, consensus }) => [criterion, consensus]));
  const { criteria, scale } = diffCharters(older, newer);
  if (scale.kind === 'changed') return new Map();
  return new Map(
    criteria.flatMap(({ id, kind, origin, from }): [string, number][] => {
      const [before] = from;
      const isSame = origin === 'same' || origin === 'rename';
      if (before === undefined || !isSame || kind === 'changed') return [];
      const rating = ratings.get(before) ?? null;
      return rating === null ? [] : [[id, rating]];
    }),
  );
}
