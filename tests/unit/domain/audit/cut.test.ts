import { expect, test } from 'vitest';
import { checkCut } from '#app/domain/audit/cut.ts';

test('a trail is cut where something is from before', () => {
  expect(checkCut(1)).toEqual({ ok: true, value: 1 });
  expect(checkCut(0)).toEqual({ ok: false, problem: { code: 'nothing-to-cut' } });
});
