// A charter while it is being written: what its files say at this moment, and what is wrong with them.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { MissingText } from '#app/domain/charter/translation/translation.ts';

/** A mistake or a remark, with the lines around its place. */
export type PlacedFinding = {
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly lines: readonly SourceLine[];
};

export type SourceLine = { readonly number: number; readonly text: string };

/** A charter in another language, with what is not there in it. */
type Translated = {
  readonly charter: Charter;
  readonly all: number;
  readonly missing: readonly MissingText[];
  readonly approvedBy: string | null;
};

export type Watched = {
  readonly folder: string;
  /** Another one after every change. */
  readonly revision: number;
  /** As it was when its files last had no mistake; null = they always had one. */
  readonly charter: Charter | null;
  /** The same in other languages, by tag. */
  readonly translations: ReadonlyMap<string, Translated>;
  /** The folder cannot be read any more: it was moved, renamed or removed. */
  readonly gone: boolean;
  readonly mistakes: readonly PlacedFinding[];
  readonly remarks: readonly PlacedFinding[];
};

const BESIDE = 1;
const LONGEST_LINE = 160;

/** The lines around a place of a text, long ones cut; `line` from 1. */
export function linesAround(text: string, line: number): readonly SourceLine[] {
  const first = Math.max(0, line - 1 - BESIDE);
  return text
    .split('\n')
    .slice(first, line + BESIDE)
    .map((each, index) => ({
      number: first + index + 1,
      text: each.length > LONGEST_LINE ? `${each.slice(0, LONGEST_LINE)}…` : each,
    }));
}
