import { describe, expect, test } from 'vitest';
import { smallNumbersIn } from '#app/domain/award/small-numbers.ts';

describe('numbers that could count too few people', () => {
  test.each([
    ['Nine people wrote this: five are BME, from two sites.', ['five', 'two']],
    ['We asked 6 mentees, and 3 of them answered.', ['6', '3']],
    ['Seven of 12; later 7 again.', ['seven', '7']],
    ['One left.', ['one']],
  ])('%s', (text, found) => {
    expect(smallNumbersIn(text)).toEqual(found);
  });

  test.each([
    'Of 118 people 24% are BME.',
    'Band 5 was asked, and band 7.',
    'It rose by 3.5 points, or 7%, at 6am.',
    'On 2026-05-07 at 4:30 it cost £5.',
    'Everyone, none and someone; phones and the tone of it.',
    '',
  ])('nothing in: %s', (text) => {
    expect(smallNumbersIn(text)).toEqual([]);
  });
});
