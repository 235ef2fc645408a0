import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, wordChanges } from '#app/queries/kit/word-changes.ts';

const side = (changes: readonly Change[], left: Change['kind']) =>
  changes
    .filter(({ kind }) => kind === 'kept' || kind === left)
    .map(({ text }) => text)
    .join('');

describe('what changed between two texts', () => {
  test('a replaced word is one removal and one addition between what stayed', () => {
    expect(wordChanges('We meet every month here', 'We meet every week here')).toEqual([
      { kind: 'kept', text: 'We meet every ' },
      { kind: 'removed', text: 'month' },
      { kind: 'added', text: 'week' },
      { kind: 'kept', text: ' here' },
    ]);
  });

  test('words replaced one after the other read as one phrase', () => {
    expect(wordChanges('one two three', 'four five three')).toEqual([
      { kind: 'removed', text: 'one two' },
      { kind: 'added', text: 'four five' },
      { kind: 'kept', text: ' three' },
    ]);
  });

  test('Arabic and Welsh words change whole', () => {
    expect(wordChanges('تقود عائشة العمل', 'تقود مريم العمل').map(({ text }) => text)).toContain(
      'مريم',
    );
    expect(wordChanges('Siân Llŷr', 'Siân Llŷn').at(-1)).toEqual({ kind: 'added', text: 'Llŷn' });
  });

  test('both texts can be put together again from any change, and equal texts show none', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', ' ', '\n', 'é', '  '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordChanges(before, after);
        expect(side(changes, 'removed')).toBe(before);
        expect(side(changes, 'added')).toBe(after);
        if (before === after) expect(changes.every(({ kind }) => kind === 'kept')).toBe(true);
      }),
    );
  });

  test('among very many texts one with many changed words is shown whole, and with few word by word', () => {
    const before = Array.from({ length: 100 }, (_, index) => `a${index} stays`).join(' ');
    const after = before.replaceAll(/a(?=\d)/g, 'b');
    expect(wordChanges(before, after, 2).length).toBeGreaterThan(200);
    expect(wordChanges(before, after, 400)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
    expect(wordChanges('one two', 'one three', 400)).toEqual(wordChanges('one two', 'one three'));
  });

  test('two long texts without a common word are shown whole, at once', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `a${index}`).join(' ');
    const after = Array.from({ length: 20_000 }, (_, index) => `b${index}`).join(' ');
    const started = performance.now();
    expect(wordChanges(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
