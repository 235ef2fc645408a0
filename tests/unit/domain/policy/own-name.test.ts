import { expect, test } from 'vitest';
import { checkNewPerson, checkOwnName } from '#app/domain/policy/own-name.ts';

const beside = ['Ann Müller'];

test('a name is readable, of at most 200 characters, and not that of somebody beside', () => {
  expect(checkOwnName('  Bob\n  Hope ', beside)).toEqual({ ok: true, value: 'Bob Hope' });
  for (const typed of ['', '123', 'a\u200Bb', 'x'.repeat(201)]) {
    const problem = { code: 'name-wrong', most: 200 };
    expect(checkOwnName(typed, beside)).toEqual({ ok: false, problem });
  }
  const problem = { code: 'name-taken' };
  expect(checkOwnName('ANN MULLER', beside)).toEqual({ ok: false, problem });
});

test('a new person has the address that was invited, and a name of their own', () => {
  const facts = { email: 'bob@example.org', invited: 'bob@example.org', name: 'Bob', beside };
  expect(checkNewPerson(facts)).toEqual({ ok: true, value: 'Bob' });
  for (const [part, code] of [
    [{ email: 'zoe@example.org', name: '' }, 'other-address'],
    [{ name: ' ' }, 'name-missing'],
    [{ name: 'ann muller' }, 'name-taken'],
  ] as const) {
    expect(checkNewPerson({ ...facts, ...part })).toEqual({ ok: false, problem: { code } });
  }
});
