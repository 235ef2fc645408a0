// What changed between two texts, word by word.
import { diffArrays } from 'diff';

export type Change = {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
};

/** Beyond so many changed words no one reads them one by one: the texts are shown whole. */
const MOST_EDITS = 1000;

/**
 * The pieces of both texts in reading order; what was removed comes before what replaced it. `among` is
 * how many pairs of texts are compared for one page.
 */
export function wordChanges(before: string, after: string, among = 1): readonly Change[] {
  // The time grows with the square of the edits, so that all pairs together take no longer than two.
  const maxEditLength = Math.floor(MOST_EDITS * Math.min(1, Math.sqrt(2 / among)));
  const parts = diffArrays(piecesOf(before), piecesOf(after), { maxEditLength });
  const changes: readonly Change[] =
    parts === undefined
      ? [
          { kind: 'removed', text: before },
          { kind: 'added', text: after },
        ]
      : parts.map(({ value, added, removed }) => ({
          kind: added ? 'added' : removed ? 'removed' : 'kept',
          text: value.join(''),
        }));
  return phrases(changes.filter(({ text }) => text !== ''));
}

/** Words with their marks, and the white space between them: no script is left out. */
function piecesOf(text: string): string[] {
  return text.match(/\s+|\S+/gu) ?? [];
}

// Words that were replaced one after the other read as one phrase: a lone space between them belongs to
// both sides.
function phrases(changes: readonly Change[]): readonly Change[] {
  const merged: Change[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') merged.push({ kind: 'removed', text: removed });
    if (added !== '') merged.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of changes.entries()) {
    const isGap = kind === 'kept' && text.trim() === '' && removed !== '' && added !== '';
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (isGap && changes[index + 1] !== undefined) {
      removed += text;
      added += text;
    } else {
      flush();
      merged.push({ kind, text });
    }
  }
  flush();
  return merged;
}
