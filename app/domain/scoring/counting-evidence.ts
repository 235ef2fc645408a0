// How many items of evidence a criterion has: the same file or the same link counts once, however often it
// is attached and under whatever title. Source: scoring.md, Terms and Evidence.
import { countsAsEvidence, type EvidenceItem } from './answer.ts';

/**
 * For each item whether it counts. Of items that share a file or a link one counts, so that an item with
 * both never lets two others count for one thing, and as many count as can.
 */
export function whichCount(items: readonly EvidenceItem[]): readonly boolean[] {
  const pairs = items.map((item, index) =>
    countsAsEvidence(item) ? { file: fileOf(item, index), link: linkOf(item, index) } : null,
  );
  return matched(pairs);
}

/** How many of the items count. */
export function countEvidence(items: readonly EvidenceItem[]): number {
  return whichCount(items).filter(Boolean).length;
}

type Pair = { readonly file: string; readonly link: string };

// What an item has no file or no link of is something of its own, so that it shares it with nobody.
function fileOf({ file, sha256 }: EvidenceItem, index: number): string {
  if (file === null || file.trim() === '') return `none ${index}`;
  return sha256 === undefined ? `name ${file}` : `content ${sha256}`;
}

function linkOf({ link }: EvidenceItem, index: number): string {
  if (link === null || link.trim() === '') return `none ${index}`;
  return URL.parse(link)?.href ?? link;
}

/**
 * A largest choice of pairs in which no file and no link stands twice: matching in a bipartite graph by
 * augmenting paths. Unlike a choice in the order of the list it never depends on that order, and taking an
 * item away never lets more count.
 */
function matched(pairs: readonly (Pair | null)[]): readonly boolean[] {
  const byFile = new Map<string, number[]>();
  for (const [index, pair] of pairs.entries()) {
    if (pair !== null) byFile.set(pair.file, [...(byFile.get(pair.file) ?? []), index]);
  }
  const chosen = new Map<string, number>();
  const place = (file: string, tried: Set<string>): boolean =>
    (byFile.get(file) ?? []).some((index) => {
      const link = pairs[index]?.link ?? '';
      if (tried.has(link)) return false;
      tried.add(link);
      const holder = chosen.get(link);
      const free = holder === undefined || place(pairs[holder]?.file ?? '', tried);
      if (free) chosen.set(link, index);
      return free;
    });
  for (const file of byFile.keys()) place(file, new Set());
  const counted = new Set(chosen.values());
  return pairs.map((_, index) => counted.has(index));
}
