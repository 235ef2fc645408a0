// A change that others depend on is asked for, shown with whom it affects, and made only when somebody has
// confirmed what was shown; what is taken away from a promise is confirmed twice.
import { refused, type Result } from './problem.ts';

/** It is not confirmed yet, or something else is affected now than was shown. */
export type ToConfirm = {
  readonly code: 'to-confirm';
  /** What comes back with the confirmation of what is shown now. */
  readonly confirm: string;
  /** Whether it is confirmed once, and asked a second time. */
  readonly isSecond: boolean;
};

type Asked = {
  /** What came with the form; '' = nothing is confirmed. */
  readonly confirmed: string;
  /** What is affected, as it is shown. */
  readonly affects: readonly string[];
  readonly twice: boolean;
};

/** The refusal that asks; null = it is confirmed. */
export function unconfirmed({
  confirmed,
  affects,
  twice,
}: Asked): Extract<Result<never, ToConfirm>, { ok: false }> | null {
  const shown = affects.toSorted().join(' ');
  const [first, second] = [`once ${shown}`.trim(), `twice ${shown}`.trim()];
  if (confirmed === second || (confirmed === first && !twice)) return null;
  const isSecond = twice && confirmed === first;
  return refused({ code: 'to-confirm', confirm: isSecond ? second : first, isSecond });
}
