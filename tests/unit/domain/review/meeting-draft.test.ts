import { expect, test } from 'vitest';
import { actIn, checkPlace, checkRead, decideDraft } from '#app/domain/review/meeting-draft.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

const texts = { text: 'Ask for the minutes.' };
const standing = { texts: {}, agreed: {}, now: { draft: 2, agreed: 1 } };
const read = { draft: 2, agreed: 1 };

test('the chair types the decision, and everybody what belongs to a criterion of the charter', () => {
  const charter = charterOf({ criteria: [{ id: 'a' }] });
  expect([actIn(''), actIn('a')]).toEqual(['decide', 'discuss']);
  for (const place of ['', 'a']) expect(checkPlace(charter, place).ok).toBe(true);
  expect(checkPlace(charter, 'z')).toEqual({ ok: false, problem: { code: 'no-such-criterion' } });
});

test('what is not given yet is kept as a draft, once', () => {
  expect(decideDraft(standing, { texts, read })).toEqual({ ok: true, value: texts });
  expect(decideDraft({ ...standing, texts }, { texts, read })).toEqual({ ok: true, value: null });
  const given = { ...standing, texts, agreed: texts };
  expect(decideDraft(given, { texts, read })).toEqual({ ok: true, value: {} });
});

test('a draft that stands already is kept whatever its version, while what is agreed is as it was', () => {
  const same = { ...standing, texts };
  expect(decideDraft(same, { texts, read: { draft: 1, agreed: 1 } }).ok).toBe(true);
  expect(decideDraft(same, { texts, read: { draft: 2, agreed: 0 } })).toEqual({
    ok: false,
    problem: { code: 'changed-meanwhile', saved: texts, now: standing.now },
  });
});

test('where others saved meanwhile, their draft is shown, else what is agreed', () => {
  const agreed = { choice: '2', reason: 'Clear' };
  const there = { ...standing, texts: { reason: 'Unclear' }, agreed };
  expect(checkRead(there, { draft: 1, agreed: 1 })).toEqual({
    ok: false,
    problem: {
      code: 'changed-meanwhile',
      saved: { choice: '2', reason: 'Unclear' },
      now: standing.now,
    },
  });
});

test('what a form came without was not changed meanwhile', () => {
  expect(checkRead(standing, {})).toEqual({ ok: true, value: null });
  expect(checkRead(standing, { draft: 2 }).ok).toBe(true);
  expect(checkRead(standing, { draft: undefined }).ok).toBe(true);
  expect(checkRead(standing, { draft: 1 }).ok).toBe(false);
});
