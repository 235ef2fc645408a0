// `charter new`: whatever is answered, what is written is sound; and nothing is written over.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import { skeletonText, writeNewFolder } from '#app/adapters/charter-files/new-folder.ts';
import { answersOf, type Written } from '#app/domain/charter/authoring/questions.ts';
import { skeleton } from '#app/domain/charter/authoring/skeleton.ts';
import { charter, startedCharter, temporaryFolder } from '#tests/support/command.ts';

describe('a new charter', () => {
  test('without an answer and without a terminal it is sound, and says what was taken', () => {
    const out = temporaryFolder();
    const made = startedCharter(['new', '--out', out]);
    const folder = path.join(out, 'my-charter/1.0.0');
    expect(made.code).toBe(0);
    expect(made.err).toContain('levels: not given, so Beginning, Established, Leading\n');
    const checked = startedCharter(['validate', folder]);
    expect([checked.code, checked.out]).toEqual([0, '']);
    // 9 criteria, 3 levels, 3 sections and charter.yaml; summary, notice, title, citation, 5 meanings.
    expect(checked.err.match(/remark to-write/g)).toHaveLength(16);
    expect(checked.err).toMatch(/charter.yaml:6:8: remark to-write .* 8 more of this part\n/);
    expect(checked.err).toMatch(/my-charter@1.0.0 is sound\n$/);
  });

  test('what was asked at the terminal stands in it, and a wrong answer is asked for again', async () => {
    const out = temporaryFolder();
    const lines = [
      '1st charter',
      'fair-work',
      'Fair work',
      'Nobody has adopted it.',
      '12',
      '3',
      'No, Some, All, More',
      'No; Some, not all; All',
      '',
      'At home, At work',
      '1, 2, 3',
      '1, 2',
    ];
    const { code, err } = await charter(['new', '--out', out], {
      input: `${lines.join('\n')}\n`,
      asks: true,
    });
    expect(code).toBe(0);
    const refused = [
      /An id starts with a letter/,
      /whole number from 2 to 11/,
      /3 are needed, and 4 stand/,
      /2 are needed, and 3 stand/,
    ];
    for (const message of refused) expect(err).toMatch(message);
    const { charter: made } = await readCharterFolder(path.join(out, 'fair-work/1.0.0'));
    expect(made).toMatchObject({
      format: 2,
      title: 'Fair work',
      notice: 'Nobody has adopted it.',
      scale: [{ label: 'No' }, { label: 'Some, not all' }, { label: 'All' }],
      levels: [{ id: 'beginning' }, { id: 'established', floor: 1 }, { id: 'leading', floor: 1 }],
      sections: [
        { id: 'at-home', criteria: [{ id: 'A1' }] },
        { id: 'at-work', criteria: [{ id: 'T1' }, { id: 'T2' }] },
      ],
    });
  });

  test('questions that are not answered to the end write nothing', async () => {
    const out = temporaryFolder();
    const { code, err } = await charter(['new', '--out', out], { input: 'half\n', asks: true });
    expect([code, readdirSync(out)]).toEqual([2, []]);
    expect(err).toContain('nothing was written');
  });

  test('answers come from a file, and an option goes before it', async () => {
    const out = temporaryFolder();
    const file = path.join(out, 'answers.yaml');
    writeFileSync(file, 'id: mine\nratings: 2\nlevels: [One, "Two, or more"]\n');
    const { code } = await charter(['new', '--from', file, '--id', 'ours', '--out', out]);
    expect(code).toBe(0);
    const { charter: made } = await readCharterFolder(path.join(out, 'ours/1.0.0'));
    expect(made?.levels.map(({ label }) => label)).toEqual(['One', 'Two, or more']);
    const piped = await charter(['new', '--from', '-', '--out', out], { input: 'id: piped\n' });
    expect(piped.code).toBe(0);
    expect(readdirSync(out)).toContain('piped');
  });

  test('a mistake in the file of answers is told with its place, and one in an option by its name', async () => {
    const out = temporaryFolder();
    const from = ['new', '--from', '-', '--out', out];
    const wrong = await charter(from, { input: 'id: mine\nlevel: Gold\ntitle: { a: b }\n' });
    expect([wrong.code, wrong.err.split('\n').slice(0, 2)]).toEqual([
      1,
      [
        '-:2:1: there is no question level; they are id, title, notice, ratings, labels, levels, sections, criteria',
        '-:3:1: expected a text or a list of texts',
      ],
    ]);
    const option = await charter(['new', '--sections', 'A, a', '--out', out]);
    expect([option.code, option.err]).toEqual([
      2,
      '--sections: ‘a’ stands here twice. See charter --help.\n',
    ]);
    expect(readdirSync(out)).toEqual([]);
  });

  test('a folder that is there stays as it is', async () => {
    const out = temporaryFolder();
    const folder = path.join(out, 'mine/1.0.0');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'levels.yaml'), 'mine\n');
    const { code, err } = await charter(['new', '--id', 'mine', '--out', out]);
    expect([code, readdirSync(folder)]).toEqual([4, ['levels.yaml']]);
    expect(err).toContain('never written over');
    expect(readFileSync(path.join(folder, 'levels.yaml'), 'utf8')).toBe('mine\n');
  });
});

const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('Section 1', 'section-2', '!!', 'constructor', '- a: b', '# no', 'Café'),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');
const names = (most: number) =>
  fc.uniqueArray(name, { minLength: 1, maxLength: most, selector: (text) => text.toLowerCase() });

const written: fc.Arbitrary<Written> = fc
  .record({
    labels: names(11).filter((labels) => labels.length > 1),
    levels: names(9),
    sections: names(8),
    each: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ labels, levels, sections, each }) => ({
    ratings: String(labels.length),
    labels,
    levels,
    sections,
    criteria: String(each),
  }));

test('whatever names are given, the charter is sound and shows them', async () => {
  let count = 0;
  const root = temporaryFolder();
  await fc.assert(
    fc.asyncProperty(written, async (given) => {
      const answers = answersOf(given);
      if (!answers.ok) throw new Error(JSON.stringify(answers.problem));
      const files = skeleton(answers.value).map((file) => [file.name, skeletonText(file)] as const);
      const folder = path.join(root, String((count += 1)));
      expect(await writeNewFolder(folder, new Map(files))).toBe(true);
      const { charter: made, mistakes, remarks } = await readCharterFolder(folder);
      expect(mistakes).toEqual([]);
      expect(new Set(remarks.map(({ code }) => code))).toEqual(new Set(['to-write']));
      expect(made?.scale.map(({ label }) => label)).toEqual(given.labels);
      expect(made?.levels.map(({ label }) => label)).toEqual(given.levels);
      expect(made?.sections.map(({ title }) => title)).toEqual(given.sections);
    }),
    { numRuns: 60 },
  );
});
