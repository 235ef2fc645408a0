// What a charter of format 2 may not say of floors, of so many of some criteria and of answers by name
// (scoring.md, What charter format 2 adds): each mistake is found at its key or value, and alone.
import { describe, expect, test } from 'vitest';
import { checkCharter } from '#app/domain/charter/check-charter.ts';

const texts = (ratings: readonly number[]) =>
  Object.fromEntries(ratings.map((rating) => [String(rating), `Text of ${rating}.`]));

function criterion(id: string) {
  return {
    id,
    descriptors: texts([0, 1, 2, 3, 4]),
    suggestedActions: texts([1, 2, 3, 4]),
    rationale: { sources: [] },
  };
}

type Level = Readonly<Record<string, unknown>>;

/** What is found in a sound charter of two sections with these two levels. */
function found(levels: readonly [Level, Level], also: Readonly<Record<string, unknown>> = {}) {
  const [bronze, silver] = levels;
  const findings = checkCharter({
    charter: {
      file: 'charter.yaml',
      data: {
        format: '2',
        scale: ['a', 'b', 'c', 'd', 'e'].map((label) => ({ label })),
        sections: ['A', 'B'],
        defaults: {},
        ...also,
      },
    },
    levels: {
      file: 'levels.yaml',
      data: {
        levels: [
          { id: 'bronze', overall: '40', ...bronze },
          { id: 'silver', overall: '60', ...silver },
        ],
      },
    },
    sections: ['A', 'B'].map((id) => ({
      file: `sections/${id}.yaml`,
      data: { id, criteria: [1, 2, 3].map((number) => criterion(`${id}${number}`)) },
    })),
  });
  return findings.map(({ path, on, code, harmless }) =>
    [path.slice(1).join('.'), on, code, ...(harmless === true ? ['harmless'] : [])].join(' '),
  );
}

const some = { id: 'some', rating: '3', count: '1', of: ['A1', 'A2'] };

test('every key together in a sound charter is no mistake', () => {
  const bronze = { floor: '1', anyOf: [some], answered: ['B1'] };
  const silver = { floor: '1', floors: { B: '2' }, anyOf: [{ ...some, id: 'more', count: '2' }] };
  expect(found([bronze, silver])).toEqual([]);
});

describe('floors', () => {
  test.each<[string, Level, Level, readonly string[]]>([
    ['fall', { floor: '2' }, { floor: '1' }, ['1.floor value falling-level']],
    [
      'of a section under its own',
      {},
      { floor: '2', floors: { B: '1' } },
      ['1.floors.B value falling-level'],
    ],
    [
      'of a section under one below',
      { floors: { B: '2' } },
      { floors: { B: '1' } },
      ['1.floors.B value falling-level'],
    ],
    [
      'of a section under the general one below',
      { floor: '2' },
      { floors: { B: '1' } },
      ['1.floors.B value falling-level'],
    ],
    ['of an unknown section', { floors: { C: '1' } }, {}, ['0.floors.C key unknown-section']],
    [
      'above the scale',
      { floor: '5' },
      { floors: { A: '6' } },
      ['0.floor value bad-rating', '1.floors.A value bad-rating'],
    ],
    [
      'over a required rating',
      { floor: '2', requires: { A1: '2', A2: '3' } },
      {},
      ['0.requires.A1 value says-nothing harmless'],
    ],
    [
      'over a required rating above',
      { floors: { B: '2' } },
      { requires: { B1: '1' } },
      ['1.requires.B1 value says-nothing harmless'],
    ],
    [
      'over so many of some',
      { floor: '3', anyOf: [some] },
      {},
      ['0.anyOf.0.rating value says-nothing harmless'],
    ],
  ])('%s', (_, bronze, silver, expected) => {
    expect(found([bronze, silver])).toEqual(expected);
  });
});

const sixteen = ['a', 'b', 'c', 'd'].map((id) => ({ ...some, id }));

describe('so many of some criteria, and answers by name', () => {
  test.each<[string, Level, Level, readonly string[]]>([
    [
      'unknown',
      { anyOf: [{ ...some, of: ['A1', 'A9'] }] },
      {},
      ['0.anyOf.0.of.1 value unknown-criterion'],
    ],
    [
      'twice',
      { anyOf: [{ ...some, of: ['A1', 'A1'] }] },
      {},
      ['0.anyOf.0.of.1 value duplicate-id'],
    ],
    [
      'more than there are',
      { anyOf: [{ ...some, count: '3' }] },
      {},
      ['0.anyOf.0.count value too-many'],
    ],
    [
      'more left than there are',
      { anyOf: [{ ...some, minimumLeft: '3' }] },
      {},
      ['0.anyOf.0.minimumLeft value too-many'],
    ],
    [
      'above the scale',
      { anyOf: [{ ...some, rating: '5' }] },
      {},
      ['0.anyOf.0.rating value bad-rating'],
    ],
    [
      'one id on two levels',
      { anyOf: [some] },
      { anyOf: [{ ...some, id: 'SOME' }] },
      ['1.anyOf.0.id value duplicate-id'],
    ],
    [
      '64 together',
      { anyOf: sixteen },
      {
        anyOf: [
          { ...some, id: 'e' },
          { ...some, id: 'f' },
        ],
      },
      [],
    ],
    [
      'more than 64 together',
      { anyOf: sixteen },
      {
        anyOf: [
          { ...some, id: 'e', count: '2' },
          { ...some, id: 'f' },
        ],
      },
      ['1.anyOf.1 value too-many'],
    ],
    ['an unknown answer', { answered: ['B9'] }, {}, ['0.answered.0 value unknown-criterion']],
    ['an answer twice', { answered: ['B1', 'B1'] }, {}, ['0.answered.1 value duplicate-id']],
    [
      'answers that coverage asks for',
      { coverage: '100' },
      { answered: ['B1'] },
      ['1.answered key says-nothing harmless'],
    ],
  ])('%s', (_, bronze, silver, expected) => {
    expect(found([bronze, silver])).toEqual(expected);
  });
});

test('a level may ask by floors, or by so many of some criteria, alone', () => {
  expect(found([{ overall: undefined, floor: '1' }, {}])).toEqual([]);
  expect(found([{ overall: undefined, anyOf: [some] }, {}])).toEqual([]);
});

test('answers by name alone are won with zeros, which is worth a remark', () => {
  expect(found([{ overall: undefined, answered: ['A1'] }, {}])).toEqual([
    '0 key zeros-win harmless',
  ]);
});

test('a key of format 2 in a charter of format 1 is refused where it stands', () => {
  const one = { format: '1' };
  expect(
    found([{ floor: '1' }, { anyOf: [some], answered: ['A1'], floors: { A: '2' } }], one),
  ).toEqual([
    '0.floor key needs-format-2',
    '1.floors key needs-format-2',
    '1.anyOf key needs-format-2',
    '1.answered key needs-format-2',
  ]);
});
