// What is wrong with one field of a form, as a code and facts, so that a page can list all of them.

import type { AddressProblem } from './web-address.ts';

export type FieldProblem<Field extends string> = { readonly field: Field } & (
  | { readonly code: 'required' }
  | { readonly code: 'too-long'; readonly most: number }
  | { readonly code: 'too-many'; readonly most: number }
  | { readonly code: 'not-listed'; readonly value: string }
  | { readonly code: 'not-a-date' }
  /** 'Ongoing', 'to be confirmed' and the like, where a date should be. */
  | { readonly code: 'open-ended' }
  | { readonly code: 'before-start' }
  | { readonly code: AddressProblem }
  | { readonly code: 'not-a-whole-number'; readonly most: number }
  | { readonly code: 'above-denominator' }
);

/** Text as it is measured and kept: no space around it, and one character per new line. */
export function tidy(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

/** The problem of a text that is longer than it may be. */
export function tooLong<Field extends string>(
  field: Field,
  text: string,
  most: number,
): readonly FieldProblem<Field>[] {
  return text.length > most ? [{ field, code: 'too-long', most }] : [];
}

const MOST_SHOWN = 60;

/** A value that is not on its list, as far as a page shows it. */
export function shortValue(value: string): string {
  return value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value;
}
