import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords } from '#app/domain/counted-words.ts';

describe('counting words', () => {
  test.each([
    ['', 0],
    ['   \n\t ', 0],
    ['one', 1],
    ['  one   two\nthree ', 3],
    ["well-being of O’Neill and O'Neill", 5],
    ['and/or 1,000 50% 3.5', 4],
    ['a – b — c - d', 4],
    ['first—second', 2],
    ['one\u00A0two\u2003three\u200Bfour\u0085five', 5],
    ['Siân, Łukasz ac Ŵyn', 4],
    ['e\u0301te\u0301 naïve', 2],
    ['الإرشاد مهم', 2],
    ['指导很重要', 5],
    ['NHS指导 plan', 4],
    ['멘토링은 중요하다', 2],
    ['👩🏽‍⚕️ 👍', 0],
    ['… * •', 0],
    ['\uD800 x', 1],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  test('two texts with a space between have the words of both', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, text, (first, second) => {
        expect(countWords(`${first} ${second}`)).toBe(countWords(first) + countWords(second));
      }),
      { numRuns: 5_000 },
    );
  });

  test('white space around or between never counts', () => {
    const spaces = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\u00A0', '\u3000') });
    const words = fc.array(fc.constantFrom('one', 'O’Neill', 'well-being', '7'));
    fc.assert(
      fc.property(words, spaces, (list, space) => {
        expect(countWords(`${space}${list.join(` ${space}`)}${space}`)).toBe(list.length);
      }),
    );
  });

  test('the longest narrative is counted in a moment', () => {
    const started = performance.now();
    expect(countWords('a '.repeat(50_000))).toBe(50_000);
    expect(countWords('字'.repeat(100_000))).toBe(100_000);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
