// The grounds of an objection in words.
import type { Ground } from '#app/domain/award/objection.ts';

export const GROUND_TEXT: Readonly<Record<Ground, string>> = {
  misleading: 'Something in it is false or misleading',
  omission: 'Something that matters was left out',
  'no-longer-met': 'The department does not meet the charter any more',
};
