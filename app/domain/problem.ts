// An expected failure is a value, never an exception: a code and the facts, no sentences.

/** What a decision returns: the new value, or why it was refused. */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

/** A decision that went through. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A decision that was refused, and why. */
export function refused<P>(problem: P): { readonly ok: false; readonly problem: P } {
  return { ok: false, problem };
}
