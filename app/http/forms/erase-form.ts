// The form that erases a file for good: why, and a tick that it is wanted; and what is said afterwards.
import { z } from 'zod';
import type { Notice } from '#words/kit/notices.ts';
import { FORM } from '#words/kit/form-words.ts';

export const eraseForm = z.object({
  reason: z.string().max(20_000).default(''),
  sure: z.literal('yes', { error: FORM.tickToErase }),
});

type Done = {
  readonly files: number;
  readonly left: number;
  readonly unsigned: boolean;
  readonly elsewhere: boolean;
};

/** The word for what was done that matters most to whoever asked. */
export function doneAfter({ files, left, unsigned, elsewhere }: Done): Notice {
  if (left > 0) return 'file-erased-partly';
  if (unsigned) return 'file-erased-unsigned';
  if (elsewhere) return files === 0 ? 'file-not-erased' : 'file-erased-elsewhere';
  return files === 0 ? 'file-listed' : 'file-erased';
}
