// A text that goes with an act: a reason, a note, grounds. It is measured and kept without the space around it.
import { tidy } from './field-problem.ts';
import { ok, refused, type Result } from './problem.ts';
import { hasVisibleText } from './visible-text.ts';

/** How long a text may be, and the code with which another is refused. */
export type TextRule<Code extends string> = { readonly code: Code; readonly most: number };

/** The text as it is kept, where something is written and not too much. */
export function mustWrite<Code extends string>(
  rule: TextRule<Code>,
  typed: string,
): Result<string, TextRule<Code>> {
  const text = tidy(typed);
  return text === '' ? refused(rule) : mayWrite(rule, text);
}

/** The text as it is kept, where it is not too long; '' = nothing is written. */
export function mayWrite<Code extends string>(
  rule: TextRule<Code>,
  typed: string,
): Result<string, TextRule<Code>> {
  const text = tidy(typed);
  return text.length > rule.most ? refused(rule) : ok(text);
}

/** The name as it is kept, where it can be seen and is not too long. */
export function mustName<Code extends string>(
  rule: TextRule<Code>,
  typed: string,
): Result<string, TextRule<Code>> {
  return hasVisibleText(typed) ? mayWrite(rule, typed) : refused(rule);
}
