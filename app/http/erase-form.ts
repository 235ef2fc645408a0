// The form that erases a file for good: why, and a tick that it is wanted.
import { z } from 'zod';

export const eraseForm = z.object({
  reason: z.string().max(20_000).default(''),
  sure: z.literal('yes', { error: 'Tick the box to erase the file' }),
});
