// A charter's files in another language: what the translation says in place of the original, and what it leaves
// out. Source: scoring.md, Versions; catalogue.md, UX-16 (parts in another language are marked as such).
import type { FileData } from '#app/domain/charter/view.ts';
import { Place } from '#app/domain/charter/view.ts';
import { type Texts, TEXTS } from './texts.ts';
import { marked } from './marked.ts';
import { pairsBelow, textPairs } from './walk.ts';

/** What kind of file a version's file is; null = none that can be translated. */
export function kindOfFile(name: string): keyof typeof TEXTS | null {
  if (name === 'charter.yaml') return 'charter';
  if (name === 'levels.yaml') return 'levels';
  return name.startsWith('sections/') ? 'section' : null;
}

/** A text that a translation does not have: the file of the original, where in it, and what it says. */
export type MissingText = {
  readonly file: string;
  /** Keys, ids and places, joined by points, such as `criteria.G1.question`. */
  readonly place: string;
  readonly text: string;
};

type Beside = {
  readonly original: FileData;
  /** The data of the file with the same name in the translation; undefined = there is none. */
  readonly translated: unknown;
};

/** How many texts a file has, and those that its translation leaves out. */
export function missingTexts({ original, translated }: Beside): {
  readonly all: number;
  readonly missing: readonly MissingText[];
} {
  const kind = kindOfFile(original.file);
  if (kind === null) return { all: 0, missing: [] };
  const [root, other] = roots({ original, translated });
  const pairs = textPairs(root, other, TEXTS[kind]);
  const missing = pairs
    .filter(({ translated: { data } }) => !isText(data) && !Array.isArray(data))
    .map((pair) => ({
      file: original.file,
      place: namedPath(root, pair.original),
      text: [pair.original.data].flat().join(', ').trim(),
    }));
  return { all: pairs.length, missing };
}

/** The file's data with every text that the translation has in place of the original's, each marked. */
export function inTranslation({ original, translated }: Beside): unknown {
  const kind = kindOfFile(original.file);
  if (kind === null) return original.data;
  const [root, other] = roots({ original, translated });
  return said(root, other, TEXTS[kind]);
}

function roots({ original, translated }: Beside): readonly [Place, Place] {
  return [new Place(original.file, [], original.data), new Place(original.file, [], translated)];
}

function said(original: Place, translated: Place, texts: Texts): unknown {
  if (texts === 'text') {
    return isText(translated.data) && original.present
      ? marked(translated.data.trim())
      : original.data;
  }
  if (texts === 'list') return translated.data ?? original.data;
  const { data } = original;
  if (typeof data !== 'object' || data === null) return data;
  const below = pairsBelow(original, translated, texts)
    .filter(([one]) => one.present)
    .map(([one, other, more]) => [String(one.path.at(-1)), said(one, other, more)] as const);
  return Array.isArray(data)
    ? below.map(([, value]) => value)
    : { ...data, ...Object.fromEntries(below) };
}

function isText(data: unknown): data is string {
  return typeof data === 'string' && data.trim() !== '';
}

/** The path of a place with the ids of entries in place of their numbers, as its author would say it. */
function namedPath(root: Place, { path }: Place): string {
  let at = root;
  const parts = path.map((part) => {
    at = typeof part === 'number' ? (at.items()[part] ?? at) : at.at(part);
    const names = ['id', 'source', 'of', 'term'].map((key) => at.at(key).data);
    const name = typeof part === 'number' ? names.find(isText) : undefined;
    return name ?? String(part);
  });
  return parts.join('.');
}
