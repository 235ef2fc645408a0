import { describe, expect, test } from 'vitest';
import { enteredNumber } from '#app/http/forms/entered-number.ts';

describe('a number of people as it is entered', () => {
  test.each([
    ['0', 0],
    ['40', 40],
    ['1,234', 1_234],
    ['1 234', 1_234],
    ['1\u00A0234\u00A0567', 1_234_567],
    ['12,34,567', 1_234_567],
  ])('%s is a whole number', (text, number) => {
    expect(enteredNumber(text)).toBe(number);
  });

  test.each(['', ',', '1,5', '1.5', '1e3', '0x28', '-1', '1,23,4', 'ten', '∞'])(
    '“%s” is none, and not guessed at',
    (text) => {
      expect(enteredNumber(text)).toBeNaN();
    },
  );

  test('what is left empty is no number', () => {
    expect(enteredNumber(undefined)).toBeNull();
  });
});
