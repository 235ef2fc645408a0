import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf, type Use, usedAgain } from '#app/domain/evidence/library.ts';

const use = (id: string, criterion: string, parts: Partial<Use> = {}): Use => ({
  id,
  criterion,
  sha256: null,
  link: null,
  ...parts,
});

const MINUTES = { sha256: 'a'.repeat(64) };
const OFFER = { link: 'https://glanrhyd.example/offer' };
const USES = [
  use('1', 'G1', MINUTES),
  use('2', 'G2', OFFER),
  use('3', 'G2', MINUTES),
  use('4', 'M1', { sha256: 'b'.repeat(64), link: OFFER.link }),
  use('5', 'M1'),
  use('6', 'M2'),
];

test('a file is one piece whatever it is used for, and so is a link; the file decides where an item has both', () => {
  expect(piecesOf(USES).map((piece) => piece.map(({ id }) => id))).toEqual([
    ['1', '3'],
    ['2'],
    ['4'],
    ['5'],
    ['6'],
  ]);
});

describe('using pieces for one more criterion', () => {
  const ids = (chosen: readonly string[], criterion = 'M1') => {
    const again = usedAgain(USES, { criterion, chosen });
    return again.ok ? again.value.map(({ id }) => id) : again.problem.code;
  };

  test.each([
    [['1'], ['1']],
    [['3'], ['3']],
    [
      ['1', '3', '2'],
      ['1', '2'],
    ],
    // It has these already, or they are not there.
    [['4'], 'nothing-chosen'],
    [['4', '2', 'gone'], ['2']],
    [[], 'nothing-chosen'],
    [['gone'], 'nothing-chosen'],
  ])('%j gives %j', (chosen, expected) => {
    expect(ids(chosen)).toEqual(expected);
  });

  test('no more than a criterion may have', () => {
    const many = Array.from({ length: 19 }, (_, index) => use(`m${index}`, 'M1'));
    const given = [...many, use('x', 'G1'), use('y', 'G1')];
    expect(usedAgain(given, { criterion: 'M1', chosen: ['x'] }).ok).toBe(true);
    expect(usedAgain(given, { criterion: 'M1', chosen: ['x', 'y'] })).toEqual({
      ok: false,
      problem: { code: 'too-many-items', most: 20 },
    });
  });

  test('whatever is chosen, no piece is used twice for it', () => {
    const uses = fc.array(
      fc.record({
        criterion: fc.constantFrom('G1', 'G2', 'M1'),
        sha256: fc.constantFrom(null, 'a', 'b'),
        link: fc.constantFrom(null, 'x', 'y'),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(uses, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]), (given, chosen) => {
        const all = given.map((one, index) => ({ ...one, id: String(index) }));
        const again = usedAgain(all, { criterion: 'M1', chosen: chosen.map(String) });
        if (!again.ok) return;
        const after = [...all, ...again.value.map((one) => ({ ...one, criterion: 'M1' }))];
        for (const piece of piecesOf(after.filter(({ sha256 }) => sha256 !== null))) {
          const added = again.value.filter(({ sha256 }) => sha256 === piece[0]?.sha256);
          expect(added.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
