// What a charter on trial would have made of what was decided, told in counts that tell of nobody.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DecidedAnswers,
  scoreTrial,
  type TrialScores,
} from '#app/domain/review/trial-score.ts';
import { answersOf, charterOf, level } from '#tests/support/charter-factory.ts';

const criteria = [{ id: 'A1' }, { id: 'A2' }];
const old = charterOf({
  criteria,
  levels: [level('bronze', { overall: '25' }), level('silver', { overall: '75' })],
});
const trial = charterOf({
  version: '1.1.0',
  criteria,
  levels: [
    level('bronze', { overall: '25', floor: 1 }),
    level('silver', { overall: '75', requires: { A2: 4 } }),
  ],
});
const versions = new Map([['example@1.0.0', old]]);

/** So many departments whose panels agreed these ratings. */
function departments(
  number: number,
  [A1, A2]: readonly [number, number],
  held: string | null,
): readonly DecidedAnswers[] {
  const one = { charter: 'example@1.0.0', answers: answersOf({ A1, A2 }), level: held };
  return Array.from({ length: number }, () => one);
}

const scored = (...decided: readonly (readonly DecidedAnswers[])[]) =>
  scoreTrial({ trial, versions, decided: decided.flat() });

describe('a charter on trial', () => {
  test('is told how many would hold which level, and what keeps most from the next', () => {
    const result = scored(
      departments(20, [4, 3], 'silver'),
      departments(12, [4, 0], 'bronze'),
      departments(11, [4, 4], 'silver'),
    );
    expect(result).toEqual({
      kind: 'counted',
      all: 45,
      before: [
        { of: [null], count: 0 },
        { of: [{ id: 'bronze', label: 'Label of bronze' }], count: 10 },
        { of: [{ id: 'silver', label: 'Label of silver' }], count: 30 },
      ],
      now: [
        { of: [null], count: 10 },
        { of: [{ id: 'bronze', label: 'Label of bronze' }], count: 20 },
        { of: [{ id: 'silver', label: 'Label of silver' }], count: 10 },
      ],
      decides: [
        { level: 'silver', need: { kind: 'rating', criterion: 'A2', rating: 4 }, count: 20 },
        { level: 'bronze', need: { kind: 'rating', criterion: 'A2', rating: 1 }, count: 10 },
      ],
    });
  });

  test('puts few together with their neighbours, and leaves out what keeps few back', () => {
    const result = scored(departments(20, [4, 3], 'silver'), departments(3, [4, 0], 'bronze'));
    expect(result).toMatchObject({
      now: [
        { of: [null, { id: 'bronze' }], count: 25 },
        { of: [{ id: 'silver' }], count: 0 },
      ],
      before: [{ of: [null] }, { of: [{ id: 'bronze' }, { id: 'silver' }], count: 25 }],
      decides: [],
    });
  });

  test('is told nothing by fewer than ten, nor by any whose version is not here', () => {
    expect(scored(departments(9, [4, 4], 'silver'))).toEqual({ kind: 'too-few' });
    const gone = departments(30, [4, 4], 'silver').map((one) => ({
      ...one,
      charter: 'example@0.9.0',
    }));
    expect(scored(gone)).toEqual({ kind: 'too-few' });
  });

  test('names a level that only the older versions have', () => {
    const without = { ...trial, levels: trial.levels.slice(0, 1) };
    const decided = departments(10, [4, 4], 'silver');
    expect(scoreTrial({ trial: without, versions, decided })).toMatchObject({
      before: [{ of: [null] }, { of: [{ id: 'silver' }], count: 10 }, { of: [{ id: 'bronze' }] }],
    });
  });
});

const rating = fc.nat({ max: 4 });
const group = fc.tuple(
  fc.nat({ max: 25 }),
  rating,
  rating,
  fc.constantFrom(null, 'bronze', 'silver'),
);

/** Every number that is told. */
function numbers(told: TrialScores): readonly number[] {
  if (told.kind === 'too-few') return [];
  const { all, before, now, decides } = told;
  return [all, ...[...before, ...now, ...decides].map(({ count }) => count)];
}

test('whatever was decided, no number from 1 to 9 is told, and the order of decisions changes nothing', () => {
  fc.assert(
    fc.property(fc.array(group, { maxLength: 6 }), (groups) => {
      const decided = groups.map(([size, A1, A2, held]) => departments(size, [A1, A2], held));
      const told = scored(...decided);
      expect(numbers(told).filter((number) => number % 5 !== 0 || number === 5)).toEqual([]);
      expect(scored(...decided.toReversed())).toEqual(told);
    }),
  );
});
