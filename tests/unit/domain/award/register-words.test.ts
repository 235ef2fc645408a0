import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EVERYTHING,
  endsOf,
  type RegisterFilter,
  registerWords,
  searchedWords,
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
  const words = registerWords(AWARD);
  return wantedWords({ ...EVERYTHING, ...filter }).every((one) =>
    one.kind === 'whole'
      ? words.includes(one.word)
      : words.some(
          (word) =>
            word.startsWith(one.mark) &&
            searchedWords([word]).length > 0 &&
            word.slice(one.mark.length).includes(one.part),
        ),
  );
}

describe('an award is found', () => {
  test.each<Partial<RegisterFilter>>([
    {},
    { words: 'THERAPIES' },
    { words: 'the therapies of coast' },
    { words: 'ty gwydd' },
    { words: 'MC-2027-0042' },
    { words: 'rehab' },
    { words: '0042' },
    { words: 'mc-2027-00' },
    { words: 'habil' },
    { organisation: 'arbour' },
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

test('a part of a word is the beginning of one of its ends, and of no end of another word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '𝒳'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(word, word, (one, part) => {
      expect(endsOf(one).some((end) => end.startsWith(part))).toBe(one.includes(part));
    }),
  );
});

test('parts are looked for in the words of names, not in marks or ids', () => {
  const id = '01a21e67-fcda-7b4f-9ec5-0c858fb082ee';
  const one = { id, odsCode: 'RX1', names: ['Harbour'] };
  const words = searchedWords(registerWords({ ...AWARD, organisations: [one] }));
  expect(words.toSorted()).toEqual(
    ['0042', '2027', 'harbour', 'mc', 'rehabilitation', 'rx1', 'second', 'therapies'].toSorted(),
  );
});
