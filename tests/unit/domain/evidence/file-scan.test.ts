import { expect, test } from 'vitest';
import { isScannerDown, scanOrder } from '#app/domain/evidence/file-scan.ts';

test('a scanner is down that gives two files in a row no answer, or the last one', () => {
  const down = (misses: number) => [false, true].map((isLast) => isScannerDown(misses, { isLast }));
  expect(down(0)).toEqual([false, false]);
  expect(down(1)).toEqual([false, true]);
  expect(down(2)).toEqual([true, true]);
});

test('a file on which the scanner fell over comes last', () => {
  const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  expect(scanOrder([a, b, c], new Set(['a']))).toEqual([b, c, a]);
});
