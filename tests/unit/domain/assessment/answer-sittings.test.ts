import { describe, expect, test } from 'vitest';
import { sittingsOf } from '#app/domain/assessment/answer-sittings.ts';

const MINUTE = 60_000;
const saved = (version: number, savedBy: string, minute: number) => ({
  version,
  savedBy,
  at: minute * MINUTE,
  how: null as string | null,
});
const kept = (version: number, savedBy: string, minute: number) => ({
  ...saved(version, savedBy, minute),
  how: 'saved',
});
const versionsIn = (sittings: ReturnType<typeof sittingsOf>) =>
  sittings.map((sitting) => sitting.map(({ version }) => version));

describe('saves become sittings', () => {
  test('saves of one person within 30 minutes of each other are one sitting, however long it gets', () => {
    const versions = [saved(1, 'a', 0), saved(2, 'a', 30), saved(3, 'a', 60)];
    expect(versionsIn(sittingsOf(versions))).toEqual([[1, 2, 3]]);
  });

  test('more than 30 minutes without a save end a sitting', () => {
    expect(versionsIn(sittingsOf([saved(1, 'a', 0), saved(2, 'a', 30.1)]))).toEqual([[1], [2]]);
  });

  test('another person’s save ends it, and coming back begins a new one', () => {
    const versions = [saved(1, 'a', 0), saved(2, 'b', 1), saved(3, 'a', 2)];
    expect(versionsIn(sittingsOf(versions))).toEqual([[1], [2], [3]]);
  });

  test('what somebody meant to keep is an entry of its own, however soon the next save follows', () => {
    const versions = [saved(1, 'a', 0), kept(2, 'a', 1), kept(3, 'a', 1), saved(4, 'a', 2)];
    expect(versionsIn(sittingsOf(versions))).toEqual([[1, 2], [3], [4]]);
  });

  test('a clock that was set back does not tear a sitting apart', () => {
    expect(versionsIn(sittingsOf([saved(1, 'a', 60), saved(2, 'a', 0)]))).toEqual([[1, 2]]);
  });

  test('nothing saved is no sitting', () => {
    expect(sittingsOf([])).toEqual([]);
  });
});
