// A charter while it is being written: what its files say at this moment, and what is wrong with them.
import type { Charter } from '#app/domain/charter/charter.ts';

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

export type Watched = {
  readonly folder: string;
  /** Another one after every change. */
  readonly revision: number;
  /** As it was when its files last had no mistake; null = they always had one. */
  readonly charter: Charter | null;
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
