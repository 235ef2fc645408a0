import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SavedNarrative, shareOf, wroteMost } from '#app/domain/submission/two-people.ts';

const saved = (criterion: string, narrative: string, savedBy: string): SavedNarrative => ({
  criterion,
  narrative,
  savedBy,
});
const mostOf = (person: string, versions: readonly SavedNarrative[]) =>
  wroteMost(shareOf(person, versions));

describe('SEC-14 who wrote most of an assessment', () => {
  test.each([
    [1, 2, false],
    [2, 3, true],
    [10, 20, false],
    [11, 20, true],
    [1, 1, true],
  ])('%i of %i narratives: more than half is %s', (own, all, most) => {
    const versions = Array.from({ length: all }, (_, at) =>
      saved(`G${at}`, 'Words.', at < own ? 'helen' : 'niamh'),
    );
    expect(shareOf('helen', versions)).toEqual({ own, all });
    expect(mostOf('helen', versions)).toBe(most);
  });

  test('nobody wrote most of nothing', () => {
    expect(mostOf('helen', [])).toBe(false);
    expect(mostOf('helen', [saved('G1', ' \n ', 'helen')])).toBe(false);
  });

  test('a narrative is theirs who wrote its words last, not who wrote them first', () => {
    const versions = [saved('G1', 'First.', 'helen'), saved('G1', 'Second.', 'niamh')];
    expect([mostOf('helen', versions), mostOf('niamh', versions)]).toEqual([false, true]);
  });

  test('who only changes the rating beside it has not written it', () => {
    const versions = [saved('G1', 'Words.', 'niamh'), saved('G1', 'Words.', 'helen')];
    expect([mostOf('helen', versions), mostOf('niamh', versions)]).toEqual([false, true]);
  });

  test('who brings earlier words back has saved them last', () => {
    const versions = [
      saved('G1', 'First.', 'niamh'),
      saved('G1', 'Second.', 'niamh'),
      saved('G1', 'First.', 'helen'),
    ];
    expect(mostOf('helen', versions)).toBe(true);
  });

  test('one that was emptied counts for nobody', () => {
    const versions = [
      saved('G1', 'Words.', 'helen'),
      saved('G1', '', 'helen'),
      saved('G2', 'Words.', 'niamh'),
    ];
    expect(shareOf('helen', versions)).toEqual({ own: 0, all: 1 });
  });

  test('at most one person wrote most of it, and the shares of all make the whole', () => {
    const person = fc.constantFrom('a', 'b', 'c');
    const version = fc.record({
      criterion: fc.constantFrom('G1', 'G2', 'G3', 'G4'),
      narrative: fc.constantFrom('', 'One.', 'Two.'),
      savedBy: person,
    });
    fc.assert(
      fc.property(fc.array(version, { maxLength: 30 }), (versions) => {
        const shares = ['a', 'b', 'c'].map((one) => shareOf(one, versions));
        expect(shares.filter(wroteMost).length).toBeLessThanOrEqual(1);
        expect(shares.reduce((sum, { own }) => sum + own, 0)).toBe(shares[0]?.all);
      }),
    );
  });
});
