import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkNothingAsked } from '#app/domain/charter/checks/check-nothing-asked.ts';
import { Place } from '#app/domain/charter/view.ts';
import { charterOf, level, type LevelParts } from '#tests/support/charter-factory.ts';
import { isMet } from '#tests/support/straightforward-scoring.ts';

const CRITERIA = [
  { id: 'A1', section: 'A' },
  { id: 'B1', section: 'B' },
] as const;

function found(levels: readonly LevelParts[]) {
  const places = levels.map((parts, index) => {
    const requires = Object.entries(parts.requires ?? {}).map(([id, r]) => [id, String(r)]);
    const data = { ...parts, id: `l${index}`, requires: Object.fromEntries(requires) };
    return new Place('levels.yaml', ['levels', index], data);
  });
  const known = {
    highest: 4,
    labels: [],
    sections: new Map(CRITERIA.map(({ section }) => [section, new Place('', [], {})])),
    criteria: new Map(CRITERIA.map(({ id }) => [id, new Place('', [], {})])),
    indicators: new Map(),
    kinds: new Map(),
    facts: new Map(),
  };
  return checkNothingAsked(places, known).map(({ code, path, harmless }) => ({
    code,
    level: path[1],
    harmless: harmless ?? false,
  }));
}

const numbers = fc.constantFrom(undefined, '0', '0.00', '0.01', '50');
const given = <T extends object>(value: T) => JSON.parse(JSON.stringify(value)) as T; // without what is undefined
const anyLevel: fc.Arbitrary<LevelParts> = fc
  .record({
    overall: numbers,
    section: numbers,
    coverage: numbers,
    sections: fc.record({ A: numbers, B: numbers }),
    requires: fc.record({
      A1: fc.constantFrom(undefined, 0, 1),
      B1: fc.constantFrom(undefined, 0, 4),
    }),
  })
  .map((parts) => given(parts) as LevelParts);

// scoring.md, Empty assessment: what a level states is not all met by it; by scoring a second time.
test('a level is refused exactly where the empty assessment meets its conditions', () => {
  fc.assert(
    fc.property(fc.array(anyLevel, { minLength: 1, maxLength: 3 }), (levels) => {
      const charter = charterOf({
        criteria: [...CRITERIA],
        levels: levels.map((parts, index) => level(`l${index}`, parts)),
      });
      const nothing = {
        ratings: new Map(CRITERIA.map(({ id }) => [id, 0])),
        answered: new Set<string>(),
        known: {},
      };
      const zeros = { ...nothing, answered: new Set<string>(CRITERIA.map(({ id }) => id)) };
      const refused = levels.flatMap((_, index) => (isMet(charter, index, nothing) ? [index] : []));
      const all = found(levels);
      expect(all.filter(({ harmless }) => !harmless).map((one) => one.level)).toEqual(refused);
      const remarked = isMet(charter, 0, zeros) && !isMet(charter, 0, nothing);
      expect(all.filter(({ harmless }) => harmless).map((one) => one.level)).toEqual(
        remarked ? [0] : [],
      );
    }),
    { numRuns: 2000 },
  );
});

test('a level that only inherits asks for nothing', () => {
  expect(found([{ overall: '30' }, {}])).toEqual([
    { code: 'asks-for-nothing', level: 1, harmless: false },
  ]);
});

test('coverage alone is remarked of the lowest level, where zeros would win', () => {
  expect(found([{ coverage: '80' }, { coverage: '100' }])).toEqual([
    { code: 'zeros-win', level: 0, harmless: true },
  ]);
});
