// The faces that documents are set in, in the order in which they are asked for a character:
// Atkinson Hyperlegible Next first, then Noto and Vazirmatn for the scripts that it lacks.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { charactersOf, trueTypeOf } from './font-file.ts';

export type Weight = 'regular' | 'bold';

export type Face = {
  /** Unique name under which a document registers the face. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly characters: ReadonlySet<number>;
  /** Whether its script puts glyphs in another order than the letters that they stand for. */
  readonly reorders: boolean;
  /** Whether the form of a letter depends on the letters beside it. */
  readonly joins: boolean;
  /** Whether its letters stand beside each other with no other rule than kerning. */
  readonly kerns: boolean;
};

const main = 'atkinson-hyperlegible-next';

const families: readonly { readonly family: string; readonly subsets: readonly string[] }[] = [
  { family: main, subsets: ['latin', 'latin-ext'] },
  {
    family: 'noto-sans',
    subsets: [
      'latin',
      'latin-ext',
      'vietnamese',
      'greek',
      'greek-ext',
      'cyrillic',
      'cyrillic-ext',
      'devanagari',
    ],
  },
  // Noto's Arabic draws dots as glyphs of their own, which spoils copying and searching; so it
  // serves only for the letters that Vazirmatn lacks.
  { family: 'vazirmatn', subsets: ['arabic'] },
  { family: 'noto-sans-arabic', subsets: ['arabic', 'math', 'symbols'] },
  { family: 'noto-sans-hebrew', subsets: ['hebrew'] },
  { family: 'noto-sans-bengali', subsets: ['bengali'] },
  { family: 'noto-sans-gujarati', subsets: ['gujarati'] },
  { family: 'noto-sans-gurmukhi', subsets: ['gurmukhi'] },
  { family: 'noto-sans-tamil', subsets: ['tamil'] },
];

/** The scripts of India and Bangladesh: vowels stand before their consonants, and signs join. */
const reordering: ReadonlySet<string> = new Set([
  'devanagari',
  'bengali',
  'gujarati',
  'gurmukhi',
  'tamil',
]);

// Resolved as packages, so that it holds wherever this module is bundled to.
const resolve = createRequire(import.meta.url).resolve;
const loaded = new Map<Weight, readonly Face[]>();

/** The faces of one weight, first choice first. */
export function faces(weight: Weight): readonly Face[] {
  const held = loaded.get(weight);
  if (held !== undefined) return held;
  const number = weight === 'bold' ? 700 : 400;
  const found = families.flatMap(({ family, subsets }) =>
    subsets.map((subset) => loadFace(family, subset, number)),
  );
  loaded.set(weight, found);
  return found;
}

function loadFace(family: string, subset: string, weight: number): Face {
  const file = `${family}-${subset}-${weight}-normal.woff`;
  // Unpacked when a document first needs it, and once: most need two of these files.
  let bytes: Buffer | null = null;
  let characters: ReadonlySet<number> | null = null;
  return {
    name: `${family}-${subset}-${weight}`,
    get bytes() {
      bytes ??= trueTypeOf(readFileSync(resolve(`@fontsource/${family}/files/${file}`)));
      return bytes;
    },
    get characters() {
      characters ??= charactersOf(this.bytes);
      return characters;
    },
    reorders: reordering.has(subset),
    joins: reordering.has(subset) || subset === 'arabic' || subset === 'hebrew',
    kerns: family === main,
  };
}
