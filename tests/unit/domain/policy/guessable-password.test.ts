import { describe, expect, test } from 'vitest';
import { isGuessable } from '#app/domain/policy/guessable-password.ts';

const person = { email: 'siobhan.oneill@example.org', name: 'Siobhán O’Neill' };

describe('a guessable password', () => {
  test.each([
    ['holds the address', 'x-siobhan.oneill@example.org-x'],
    ['holds what stands before the @', 'Siobhan.Oneill2027!'],
    ['holds the name, however it is written', '2027 siobhán-oneill'],
    ['is one letter', 'aaaaaaaaaaaaaaaa'],
    ['is one piece over and over', 'ab1!ab1!ab1!ab'],
    ['is a run of the alphabet', 'abcdefghijklmnop'],
    ['is a run backwards', 'ponmlkjihgfedcba'],
    ['is a run of digits', '123456789012'],
    ['is a run with signs between', '1-2-3-4-5-6-7'],
    ['is a run of the keyboard', 'qwertyuiopasdf'],
  ])('%s', (_why, password) => {
    expect(isGuessable(password, person)).toBe(true);
  });

  test.each([
    'three violet umbrellas',
    'correct horse battery',
    'gH7#kk2-Pq0x',
    '母校の桜が今年も咲いた日',
  ])('is not %s', (password) => {
    expect(isGuessable(password, person)).toBe(false);
  });

  test('is not what only shares a short name with its person', () => {
    const ann = { email: 'a@example.org', name: 'Ann' };
    expect(isGuessable('a banner for spanning', ann)).toBe(false);
  });
});
