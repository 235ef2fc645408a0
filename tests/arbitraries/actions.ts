// Random actions as the plan keeps them: whatever a form can send, after it was checked.
import fc from 'fast-check';
import { type ActionFields, PRIORITIES, STATUSES } from '#app/domain/plan/action.ts';
import { checkAction } from '#app/domain/plan/check-action.ts';
import type { Charter } from '#app/domain/charter/charter.ts';

/** Texts that spreadsheets take for something else, and every script. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '=1+1',
    '+44 20',
    '-',
    '@x',
    '＝1',
    '2027-03-31',
    '1,000',
    '[x] a',
    '\ta\r\nb',
  ),
);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Any action of a charter with these criteria that checkAction keeps. */
export function anyAction(
  charter: Charter,
  criteria: readonly string[],
): fc.Arbitrary<ActionFields> {
  return fc
    .record({
      criteria: fc.uniqueArray(fc.constantFrom(...criteria)),
      keyPriority: text,
      objective: text,
      reason: text,
      steps: fc.array(text, { maxLength: 3 }),
      owner: text,
      responsible: text,
      startOn: fc.option(day),
      dueOn: fc.option(day),
      milestones: fc.array(fc.record({ on: day, text, done: fc.boolean() }), { maxLength: 3 }),
      resources: text,
      successMeasure: text,
      baseline: text,
      target: text,
      priority: fc.constantFrom(...PRIORITIES),
      status: fc.constantFrom(...STATUSES),
    })
    .map((draft) => checkAction(draft, charter))
    .filter((checked) => checked.ok)
    .map((checked) => {
      if (!checked.ok) throw new Error('filtered');
      return checked.value;
    });
}
