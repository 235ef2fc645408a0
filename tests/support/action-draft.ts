// An action as typed, with the given parts instead.
import type { ActionDraft } from '#app/domain/plan/check-action.ts';
import { EMPTY_ACTION } from '#app/domain/plan/per-field.ts';

export function draftOf(parts: Partial<ActionDraft>): ActionDraft {
  return {
    ...EMPTY_ACTION,
    criteria: ['G1'],
    objective: 'Name a board sponsor',
    reason: 'Nobody leads.',
    steps: ['Ask', 'Announce'],
    owner: 'Chief people officer',
    startOn: '2027-04-01',
    dueOn: '2027-09-30',
    successMeasure: 'A name in the minutes',
    priority: 'high',
    ...parts,
  };
}
