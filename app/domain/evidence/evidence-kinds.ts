// The kind of an item of evidence, where the charter tells kinds apart.
// Source: scoring.md, What charter format 2 adds, Evidence.
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';

type Rules = Pick<Criterion, 'evidenceRules' | 'indicatorRules'>;

/** The kind that a form of this criterion begins with: the only one that its rules name; null = none or several. */
export function presetKind({ evidenceRules, indicatorRules }: Rules): string | null {
  const named = new Set([
    ...evidenceRules.flatMap(({ kind }) => kind ?? []),
    ...indicatorRules.flatMap(({ alternative }) => alternative?.evidence.kind ?? []),
  ]);
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}

/** The kind that comes along to a charter: none where that does not know it. */
export function knownKind({ kinds }: Pick<Charter, 'kinds'>, kind: string | null): string | null {
  return kinds.some(({ id }) => id === kind) ? kind : null;
}
