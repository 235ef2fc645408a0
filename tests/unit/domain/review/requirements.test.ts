import { expect, test } from 'vitest';
import { checkRequirementNote } from '#app/domain/review/requirements.ts';
import { record } from '#tests/support/decision-fixture.ts';

const [first, second] = record.criteria;
if (first === undefined || second === undefined) throw new Error('Two criteria are needed.');
const asked = {
  criteria: [
    { ...first, requirement: 'Publish the terms of reference' },
    { ...second, requirement: '' },
  ],
};

const noted = (criterion: string, note: string) => checkRequirementNote(asked, { criterion, note });

test('only what the panel requires is noted, in a text that is not too long', () => {
  expect(noted(first.criterion, ' Done. ')).toEqual({ ok: true, value: 'Done.' });
  expect(noted(first.criterion, ' ')).toEqual({ ok: true, value: '' });
  expect(noted(second.criterion, 'Done.')).toEqual({ ok: false, problem: { code: 'not-found' } });
  expect(noted(first.criterion, 'x'.repeat(2_001))).toEqual({
    ok: false,
    problem: { code: 'note-too-long', most: 2_000 },
  });
});
