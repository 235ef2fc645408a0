import { expect, test } from 'vitest';
import { decideEvidence } from '#app/domain/evidence/check-evidence.ts';

const fields = { title: 'Terms', description: '', link: 'https://example.org/terms' };
const saved = { ...fields, fileId: null };

test('what is saved already is not written again', () => {
  expect(decideEvidence(saved, { ...fields, title: ' Terms ' })).toEqual({ ok: true, value: null });
});

test('each field that differs is a change', () => {
  for (const part of [{ title: 'Rules' }, { description: 'Since May' }]) {
    const value = { ...fields, ...part };
    expect(decideEvidence(saved, value)).toEqual({ ok: true, value });
  }
  const value = { ...fields, link: null };
  expect(decideEvidence({ ...saved, fileId: 'f1' }, value)).toEqual({ ok: true, value });
});

test('without a file it keeps its link', () => {
  expect(decideEvidence(saved, { ...fields, link: '' })).toEqual({
    ok: false,
    problem: [{ field: 'file', code: 'required' }],
  });
});
