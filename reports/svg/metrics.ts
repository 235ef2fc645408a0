// How wide a text is in the typeface of the pages, where no browser is there to measure it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { advancesOf, trueTypeOf } from '#reports/pdf/fonts/font-file.ts';

const FAMILY = 'atkinson-hyperlegible-next';
/** For a letter that the typeface lacks: most letters of other scripts are narrower. */
const UNKNOWN = 0.7;

// Resolved as packages, so that it holds wherever this module is bundled to.
const resolve = createRequire(import.meta.url).resolve;
let held: ReadonlyMap<number, number> | null = null;

/** The width of a line of text at this size, in the same unit as the size. */
export function widthOf(text: string, size: number): number {
  held ??= advances();
  let width = 0;
  for (const letter of text) width += held.get(letter.codePointAt(0) ?? 0) ?? UNKNOWN;
  return width * size;
}

function advances(): ReadonlyMap<number, number> {
  const files = ['latin-ext', 'latin'].map((subset) =>
    resolve(`@fontsource/${FAMILY}/files/${FAMILY}-${subset}-400-normal.woff`),
  );
  return new Map(files.flatMap((file) => [...advancesOf(trueTypeOf(readFileSync(file)))]));
}
