// The largest charter that the format admits, written as YAML into a folder of its own: 400 criteria, eleven
// ratings, weights to 100, every text as long as a charter's texts are.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { publishVersion } from '#app/adapters/charter-files/charter-library.ts';
import { sequence } from '#tests/bench/charters.ts';

export const LARGE_CHARTER = 'large@1.0.0';
const RATINGS = 11;

/** The folder of a library that holds this one charter, published. */
export async function largeLibrary({ criteria = 400, sections = 20 } = {}): Promise<string> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'large-charter-'));
  const folder = path.join(root, 'large/1.0.0');
  mkdirSync(path.join(folder, 'sections'), { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFileSync(path.join(folder, name), stringify(value));
  const names = Array.from({ length: sections }, (_, index) => `s${index + 1}`);
  const next = sequence(3);
  write('charter.yaml', {
    format: 1,
    id: 'large',
    version: '1.0.0',
    title: 'A charter with everything',
    summary: 'As large as the format admits.',
    notice: 'Invented for a test.',
    sources: [{ id: 'almanac', citation: 'An almanac.' }],
    scale: Array.from({ length: RATINGS }, (_, rating) => ({
      label: `Grade ${rating}`,
      meaning: `What stands at ${rating} is plain to see.`,
    })),
    sections: names,
    defaults: { wordLimit: 400, minutes: 5, evidence: [{ from: 5, minimum: 1 }] },
  });
  write('levels.yaml', {
    levels: [
      { id: 'low', label: 'Low', means: 'Begun.', overall: 40, section: 20, coverage: 50 },
      { id: 'middle', label: 'Middle', means: 'Known.', overall: 60, section: 40 },
      { id: 'high', label: 'High', means: 'Done.', overall: 80, section: 66.67, coverage: 100 },
    ],
  });
  for (const [index, name] of names.entries()) {
    const size = criteria / sections;
    write(`sections/${name}.yaml`, {
      id: name,
      title: `Section ${index + 1} of everything`,
      summary: 'What belongs together.',
      criteria: Array.from({ length: size }, (_, place) =>
        criterion(index * size + place + 1, next),
      ),
    });
  }
  const published = await publishVersion(root, folder);
  if ('mistakes' in published) throw new Error(JSON.stringify(published.mistakes.slice(0, 3)));
  return root;
}

function criterion(number: number, next: (below: number) => number) {
  const ratings = (from: number, value: (rating: number) => unknown) =>
    Object.fromEntries(
      Array.from({ length: RATINGS - from }, (_, index) => [index + from, value(index + from)]),
    );
  return {
    id: `C${number}`,
    title: `What number ${number} asks is done by everyone`,
    question: `How is what number ${number} asks done, and how is it known?`,
    guidance: 'Say what happens now, who does it and since when.',
    rationale: { why: 'It was asked for.', sources: [{ source: 'almanac' }] },
    weight: 1 + next(100),
    effort: Array.from({ length: RATINGS - 1 }, () => 1 + next(100)),
    descriptors: ratings(0, (rating) => `At ${rating} this is done by so many, and they say so.`),
    evidence: { wanted: ['A paper'] },
    suggestedActions: ratings(1, (rating) => ({
      objective: `Bring number ${number} up to ${rating}`,
      steps: ['Ask', 'Announce'],
      owner: 'Director',
      measure: 'It is done',
      months: 6,
    })),
  };
}
