// An action as typed, with the given parts instead.
import type { ActionDraft } from '#app/domain/plan/check-action.ts';

export function draftOf(parts: Partial<ActionDraft>): ActionDraft {
  return {
    criteria: ['G1'],
    keyPriority: '',
    objective: 'Name a board sponsor',
    reason: 'Nobody leads.',
    steps: ['Ask', 'Announce'],
    owner: 'Chief people officer',
    responsible: '',
    startOn: '2027-04-01',
    dueOn: '2027-09-30',
    milestones: [],
    resources: '',
    successMeasure: 'A name in the minutes',
    baseline: '',
    target: '',
    priority: 'high',
    status: 'not-started',
    ...parts,
  };
}
