import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EVERYTHING,
  type RegisterFilter,
  registerWords,
  wantedWords,
  wordsOf,
} from '#app/domain/award/register-words.ts';

const AWARD = {
  number: 'MC-2027-0042',
  charter: 'mentoring@1.0.0',
  level: 'second',
  levelLabel: 'The second',
  awardedOn: '2027-03-01',
  department: 'Therapies and rehabilitation',
  organisations: [
    { id: 'one', odsCode: 'RX1', names: ['Ysbyty Tŷ Gŵydd', 'Harbour Hospitals'] },
    { id: 'two', odsCode: null, names: ['Coast Trust'] },
  ],
};

function finds(filter: Partial<RegisterFilter>): boolean {
  const has = new Set(registerWords(AWARD));
  return wantedWords({ ...EVERYTHING, ...filter }).every((word) => has.has(word));
}

describe('an award is found', () => {
  test.each<Partial<RegisterFilter>>([
    {},
    { words: 'THERAPIES' },
    { words: 'the therapies of coast' },
    { words: 'ty gwydd' },
    { words: 'MC-2027-0042' },
    { words: 'second' },
    { organisation: 'harbour' },
    { organisation: 'rx1' },
    { organisation: 'Coast Trust' },
    { charter: 'mentoring' },
    { level: 'second', year: '2027' },
    { charter: 'mentoring', level: 'second', year: '2027', words: 'harbour' },
  ])('by %j', (filter) => {
    expect(finds(filter)).toBe(true);
  });

  test.each<Partial<RegisterFilter>>([
    { words: 'therapy' },
    { words: 'therapies elsewhere' },
    { words: 'MC-2027-0043' },
    { organisation: 'therapies' },
    { level: 'first' },
    { charter: 'mentoring', level: 'second', year: '2026' },
    { words: 'level:second' },
  ])('not by %j', (filter) => {
    expect(finds(filter)).toBe(false);
  });
});

test('no text yields a mark, so nobody searches by what is only a filter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(wordsOf(text).filter((word) => /[:&;\s]/.test(word))).toEqual([]);
    }),
  );
});

test('the words of a text are the words of its words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = wordsOf(text);
      expect(wordsOf(words.join(' '))).toEqual(words);
    }),
  );
});
