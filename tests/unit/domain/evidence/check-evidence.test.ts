import { expect, test } from 'vitest';
import { checkEvidence, decideEvidence } from '#app/domain/evidence/check-evidence.ts';

const kind = (id: string) => ({ id, label: `Label of ${id}`, means: `What ${id} is.` });
const charter = { kinds: [kind('testimony'), kind('figure')] };
const fields = { title: 'Terms', description: '', link: 'https://example.org/terms', kind: null };
const saved = { ...fields, fileId: null };

test('what is saved already is not written again', () => {
  const typed = { ...fields, title: ' Terms ' };
  expect(decideEvidence(charter, saved, typed)).toEqual({ ok: true, value: null });
});

test('each field that differs is a change', () => {
  for (const part of [{ title: 'Rules' }, { description: 'Since May' }, { kind: 'figure' }]) {
    const value = { ...fields, ...part };
    expect(decideEvidence(charter, saved, value)).toEqual({ ok: true, value });
  }
  const value = { ...fields, link: null };
  expect(decideEvidence(charter, { ...saved, fileId: 'f1' }, value)).toEqual({ ok: true, value });
});

test('without a file it keeps its link', () => {
  expect(decideEvidence(charter, saved, { ...fields, link: '' })).toEqual({
    ok: false,
    problem: [{ field: 'file', code: 'required' }],
  });
});

test('a kind is one of those that the charter knows, or none', () => {
  const check = (given: string | null | undefined, kinds = charter.kinds) => {
    const { kind: _, ...rest } = fields;
    const typed = given === undefined ? rest : { ...rest, kind: given };
    const checked = checkEvidence({ kinds }, typed, { hasFile: false });
    return checked.ok ? checked.value.kind : checked.problem;
  };
  expect([undefined, null, '', 'testimony'].map((given) => check(given))).toEqual([
    null,
    null,
    null,
    'testimony',
  ]);
  const problem = [{ field: 'kind', code: 'not-listed', value: 'Testimony' }];
  expect(check('Testimony')).toEqual(problem);
  expect(check('testimony', [])).toEqual([{ ...problem[0], value: 'testimony' }]);
});
