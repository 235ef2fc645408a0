import { expect, test } from 'vitest';
import { checkHolder } from '#app/domain/award/organisation-change.ts';

test('no two organisations have one ODS code', () => {
  expect(checkHolder('ours', null)).toEqual({ ok: true, value: null });
  expect(checkHolder('ours', { id: 'ours' }).ok).toBe(true);
  expect(checkHolder('ours', { id: 'theirs' })).toEqual({
    ok: false,
    problem: { code: 'ods-code-taken' },
  });
});
