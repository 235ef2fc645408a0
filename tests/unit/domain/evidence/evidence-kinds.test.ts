import { expect, test } from 'vitest';
import { knownKind, presetKind } from '#app/domain/evidence/evidence-kinds.ts';
import { criterion } from '#tests/support/charter-factory.ts';

const rule = (kind?: string) => ({ from: 1, minimum: 1, ...(kind === undefined ? {} : { kind }) });
const standingIn = (kind: string) => ({
  indicator: 'pay',
  from: 1,
  alternative: { when: ['too-few' as const], evidence: { minimum: 1, kind } },
});

test.each([
  ['no rule', [], [], null],
  ['rules without a kind', [rule(), rule()], [], null],
  ['one kind in two rules, and a rule without one', [rule('a'), rule(), rule('a')], [], 'a'],
  ['two kinds', [rule('a'), rule('b')], [], null],
  ['one kind, in place of a figure', [], [standingIn('a')], 'a'],
  ['another kind in place of a figure', [rule('a')], [standingIn('b')], null],
])('a form begins with the only kind that the rules name: %s', (_, rules, indicators, preset) => {
  const parts = { id: 'A1', evidenceRules: rules, indicatorRules: indicators };
  expect(presetKind(criterion(parts))).toBe(preset);
});

test('a kind comes along to a charter that knows it', () => {
  const charter = { kinds: [{ id: 'a', label: 'A', means: 'A.' }] };
  expect(['a', 'b', null].map((kind) => knownKind(charter, kind))).toEqual(['a', null, null]);
});
