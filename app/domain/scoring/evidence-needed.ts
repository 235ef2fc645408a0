// How many items of evidence are missing, and of which kinds: the fewest that meet all rules. An item of a kind
// counts towards rules without one as well. Source: scoring.md, What charter format 2 adds, Evidence.
import type { Cap } from './scorecard.ts';

export type EvidenceNeeded = {
  /** All items, those of a kind included. */
  readonly items: number;
  /** Of these, how many have to be of a kind; left out where no rule names one. */
  readonly kinds?: readonly { readonly kind: string; readonly items: number }[];
};

/** The fewest items that lift all these caps; those of indicators ask for none. */
export function evidenceNeeded(caps: readonly Cap[]): EvidenceNeeded {
  const evidence = caps.filter((cap) => cap.kind === 'evidence');
  const most = (kind: string | undefined) =>
    Math.max(
      0,
      ...evidence
        .filter((cap) => cap.evidenceKind === kind)
        .map(({ minimum, has }) => minimum - has),
    );
  const named = [...new Set(evidence.flatMap(({ evidenceKind }) => evidenceKind ?? []))];
  const kinds = named.map((kind) => ({ kind, items: most(kind) }));
  const ofKinds = kinds.reduce((sum, { items }) => sum + items, 0);
  const items = Math.max(most(undefined), ofKinds);
  return kinds.length === 0 ? { items } : { items, kinds };
}
