import { expect, test } from 'vitest';
import { checkScenario, type ScenarioDraft } from '#app/domain/assessment/scenario.ts';
import { charterOf, level } from '#tests/support/charter-factory.ts';

const charter = charterOf({
  criteria: [{ id: 'a' }, { id: 'b' }],
  levels: [level('bronze', { overall: '20' }), level('silver', { overall: '60' })],
});

const draft = (parts: Partial<ScenarioDraft> = {}): ScenarioDraft => ({
  name: ' If we do these six ',
  to: 'silver',
  pins: ['b', 'gone', 'b'],
  within: 12,
  least: 'months',
  ...parts,
});

test('a scenario is kept with its name tidied and only what the charter has', () => {
  expect(checkScenario(charter, [], draft())).toEqual({
    ok: true,
    value: {
      name: 'If we do these six',
      to: 'silver',
      pins: ['b'],
      within: 12,
      least: 'months',
    },
  });
  expect(checkScenario(charter, [], draft({ least: 'anything', within: null }))).toMatchObject({
    value: { least: 'effort', within: null },
  });
});

const named = (name: string) => ({ name });

test.each([
  ['scenario-name-wrong', [], { name: ' ' }],
  ['scenario-name-wrong', [], { name: 'x'.repeat(81) }],
  ['scenario-name-taken', [named('IF WE do these six')], {}],
  ['too-many-scenarios', ['1', '2', '3', '4', '5', '6'].map(named), {}],
  ['no-such-level', [], { to: 'platinum' }],
])('%s', (code, there, parts) => {
  expect(checkScenario(charter, there, draft(parts))).toMatchObject({ problem: { code } });
});
