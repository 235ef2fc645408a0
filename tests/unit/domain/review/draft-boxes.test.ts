import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tickFields } from '#app/domain/assessment/tick-field.ts';
import { boxTexts, draftBoxes, draftTicks } from '#app/domain/review/draft-boxes.ts';

/** Two statements for rating 1, three for 2, one for 3. */
const criterion = { statements: [[], ['a', 'b'], ['c', 'd', 'e'], ['f']] };
const ALL = ['tick-1-1', 'tick-1-2', 'tick-2-1', 'tick-2-2', 'tick-2-3', 'tick-3-1'];

test('any statements that are ticked stand in a draft as they were', () => {
  fc.assert(
    fc.property(fc.subarray(ALL, { minLength: 1 }), (fields) => {
      const ticked: Record<string, number[]> = {};
      for (const field of fields) {
        const [, rating = '', place] = field.split('-');
        (ticked[rating] ??= []).push(Number(place));
      }
      const texts = boxTexts({ choice: null, ticked });
      expect(texts).toEqual({ choice: '', ticked: fields.join(' ') });
      expect(draftTicks(criterion, texts)).toEqual(ticked);
      expect(draftBoxes(criterion, texts)).toEqual(fields);
    }),
  );
});

test.each([
  ['nothing', { choice: null, ticked: {} }, []],
  ['none of these', { choice: 0, ticked: {} }, ['none']],
  ['not applicable', { choice: 'not-applicable' }, ['rating']],
  ['all up to a rating', { choice: 2, ticked: 'all' }, ALL.slice(0, 5)],
  ['a rating that was chosen alone', { choice: 1 }, ALL.slice(0, 2)],
] as const)('%s stands in a draft', (_, given, boxes) => {
  expect(draftBoxes(criterion, boxTexts(given))).toEqual(boxes);
});

test('a draft from which texts are missing ticks nothing', () => {
  expect(draftBoxes(criterion, {})).toEqual([]);
  expect(tickFields(draftTicks(criterion, { choice: 'x', ticked: '' }))).toEqual([]);
});
