import { expect, test } from 'vitest';
import { checkDraftName } from '#app/domain/assessment/draft-name.ts';
import { checkStarting, checkTarget } from '#app/domain/assessment/starting.ts';
import { charterOf, level } from '#tests/support/charter-factory.ts';

const charter = charterOf({
  criteria: [{ id: 'a' }],
  levels: [level('bronze', { overall: '50' })],
});
const facts = {
  version: { published: true, charter },
  isRetired: false,
  targetLevel: 'bronze',
  name: '',
  others: [],
  beside: false,
};

test('an assessment aims for a level of its charter', () => {
  expect(checkTarget(charter, 'bronze')).toEqual({ ok: true, value: 'bronze' });
  expect(checkTarget(charter, 'gold')).toEqual({ ok: false, problem: { code: 'no-such-level' } });
});

test('it starts where none is under way, or beside others under a name of its own', () => {
  expect(checkStarting(facts)).toEqual({ ok: true, value: null });
  const others = [{ name: 'First try' }];
  expect(checkStarting({ ...facts, others, name: 'Second', beside: true }).ok).toBe(true);
});

test.each([
  [{ version: undefined }, { code: 'charter-not-published' }],
  [{ version: { published: false, charter } }, { code: 'charter-not-published' }],
  [{ isRetired: true }, { code: 'charter-not-published' }],
  [{ targetLevel: 'gold' }, { code: 'no-such-level' }],
  [{ others: [{ name: 'One' }, { name: 'Two' }] }, { code: 'under-way', count: 2 }],
  [{ others: [{ name: 'One' }], name: 'ONE', beside: true }, { code: 'name-taken' }],
  [{ others: [{ name: '' }], beside: true }, { code: 'name-taken' }],
])('%# is refused', (parts, problem) => {
  expect(checkStarting({ ...facts, ...parts })).toEqual({ ok: false, problem });
});

test('a name is one line of at most 80 characters, and none where nothing of it can be seen', () => {
  expect(checkDraftName('  Second\r\n try ')).toEqual({ ok: true, value: 'Second try' });
  expect(checkDraftName(' \u200B ')).toEqual({ ok: true, value: '' });
  expect(checkDraftName('x'.repeat(80)).ok).toBe(true);
  expect(checkDraftName('x'.repeat(81))).toEqual({
    ok: false,
    problem: { code: 'name-too-long', most: 80 },
  });
});
