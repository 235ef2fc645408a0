import { expect, test } from 'vitest';
import { translationNote } from '#app/queries/charters/languages.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

const charter = charterOf({ criteria: [{ id: 'A.1' }, { id: 'A.10' }] });
const missingOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    file: index < 2 ? 'levels.yaml' : 'sections/1-a.yaml',
    place: index < 2 ? `levels.${index}.means` : `criteria.A.1.descriptors.${index}`,
    text: `Text ${index}. `.repeat(100),
  }));
const noteOf = (count: number) => {
  const cy = { all: 2000, missing: missingOf(count), approvedBy: null };
  return translationNote({ charter, translations: new Map([['cy', cy]]) }, 'cy');
};

test('what is missing is counted by part, and the first few are shown, however many there are', () => {
  const note = noteOf(1500);
  const section = charter.sections[0]?.title;
  expect(note?.parts).toEqual([
    { part: 'levels.yaml', count: '2 texts' },
    { part: section, count: '1498 texts' },
  ]);
  expect(note?.first.map(({ where }) => where)).toEqual([
    'levels.yaml: levels.0.means',
    'levels.yaml: levels.1.means',
    'sections/1-a.yaml: criteria.A.1.descriptors.2',
    'sections/1-a.yaml: criteria.A.1.descriptors.3',
    'sections/1-a.yaml: criteria.A.1.descriptors.4',
  ]);
  expect(note?.rest).toMatch(/^And 1495 more texts\. .*charter validate --language cy/);
  expect(JSON.stringify(note).length).toBeLessThan(10_000);
});

test('where few are missing they are all shown', () => {
  expect(noteOf(5)?.first).toHaveLength(5);
  expect(noteOf(5)?.rest).toBeNull();
});
