// A charter about something else altogether, written as YAML into a folder of its own: another scale,
// other sections, four levels. It shares no word with the charters that are shipped.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { publishVersion } from '#app/adapters/charter-files/charter-library.ts';

const NUMBERS = 'nil one two three four five six seven eight nine ten'.split(' ');

export const FOREIGN_CHARTER = 'allotments@2.3.0';

/**
 * The folder of a library that holds this one charter, published, with so many ratings; `more` keys of charter.yaml and
 * `parts` of its criteria beside or in place of what is there.
 */
export async function foreignLibrary(
  ratings: number,
  more: Readonly<Record<string, unknown>> = {},
  parts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Promise<string> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'foreign-charter-'));
  const folder = path.join(root, 'allotments/2.3.0');
  mkdirSync(path.join(folder, 'sections'), { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFileSync(path.join(folder, name), stringify(value));
  write('charter.yaml', { ...charterFile(ratings), ...more });
  write('levels.yaml', LEVELS);
  write('sections/beds.yaml', {
    id: 'beds',
    title: 'Beds and borders',
    summary: 'What grows.',
    criteria: [
      criterion('B1', ratings, { weight: 2, ...parts['B1'] }),
      criterion('B2', ratings, parts['B2']),
    ],
  });
  write('sections/water.yaml', {
    id: 'water',
    title: 'Water and weather',
    summary: 'What it needs.',
    criteria: [
      criterion('W1', ratings, {
        indicators: [{ indicator: 'rain', from: 1, rises: true }],
        ...parts['W1'],
      }),
      criterion('W2', ratings, { notApplicable: 'Where there is no tap.', ...parts['W2'] }),
    ],
  });
  const published = await publishVersion(root, folder);
  if ('mistakes' in published) throw new Error(JSON.stringify(published.mistakes));
  return root;
}

function charterFile(ratings: number) {
  return {
    format: 1,
    id: 'allotments',
    version: '2.3.0',
    title: 'A charter for allotments',
    summary: 'How well a plot is kept.',
    notice: 'Invented for a test.',
    sources: [{ id: 'almanac', citation: 'An almanac.' }],
    scale: NUMBERS.slice(0, ratings).map((name) => ({ label: `Plot ${name}`, meaning: name })),
    sections: ['beds', 'water'],
    // The highest rating alone needs evidence; every step costs 1.
    defaults: { wordLimit: 100, minutes: 5, evidence: [{ from: ratings - 1, minimum: 1 }] },
    indicators: [
      {
        kind: 'trend',
        id: 'rain',
        title: 'Barrels that are full',
        guidance: 'Count barrels.',
        period: 'Two summers',
        minimumDenominator: 1,
        group: { label: 'Barrels', numerator: 'full barrels', denominator: 'all barrels' },
        start: 'First summer',
        end: 'Second summer',
      },
    ],
  };
}

const LEVELS = {
  levels: [
    { id: 'seed', label: 'Seed', means: 'Sown.', overall: 20, coverage: 50 },
    { id: 'sprout', label: 'Sprout', means: 'Up.', overall: 40, section: 25 },
    { id: 'leaf', label: 'Leaf', means: 'Green.', overall: 60 },
    { id: 'fruit', label: 'Fruit', means: 'Ripe.', overall: 90, requires: { B1: 2 } },
  ],
};

function criterion(id: string, ratings: number, more: Readonly<Record<string, unknown>> = {}) {
  const each = <T>(value: (rating: number) => T, from: number) =>
    Object.fromEntries(
      Array.from({ length: ratings - from }, (_, index) => [index + from, value(index + from)]),
    );
  return {
    id,
    title: `The plot passes ${id}`,
    question: `Does it pass ${id}?`,
    guidance: 'Walk round it.',
    rationale: { why: 'It feeds people.', sources: [{ source: 'almanac' }] },
    descriptors: each((rating) => `Looks like ${NUMBERS[rating] ?? ''}.`, 0),
    evidence: { wanted: ['A photograph'] },
    suggestedActions: each(
      (rating) => ({
        objective: `Dig ${id} up to ${NUMBERS[rating] ?? ''}`,
        steps: ['Fetch a spade'],
        owner: 'Plot holder',
        measure: 'It is dug',
        months: 2,
      }),
      1,
    ),
    ...more,
  };
}
