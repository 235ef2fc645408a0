// `charter sheet`: out and in again is the same charter; a changed cell changes just that text; and mistakes are
// named by the cell that they are in.
import { globSync, readFileSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readXlsx } from '#app/adapters/office/xlsx-read.ts';
import { writeXlsx } from '#app/adapters/office/xlsx-write.ts';
import { sheetChanges } from '#app/domain/charter/authoring/criteria-sheet.ts';
import { sheetColumns } from '#app/domain/charter/authoring/sheet-columns.ts';
import { type Cell, cellName, type ReadCell, type Sheet, textCell } from '#app/domain/workbook.ts';
import { charter, ROOT, startedCharter, temporaryFolder } from '#tests/support/command.ts';
import { worked } from '#tests/support/worked.ts';

const SHIPPED = globSync('charter-criteria/*/*/charter.yaml', { cwd: ROOT }).map((file) =>
  path.dirname(file),
);
const GENDER = path.join(ROOT, 'charter-criteria/gender-equality-example/1.0.0');
const EXAMPLE = path.join(ROOT, 'charter-criteria/placement-learning-example/1.0.0');
const MENTORING = path.join(ROOT, 'charter-criteria/bme-mentoring/2.0.0');

async function filesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.yaml')).toSorted();
  return new Map(
    await Promise.all(
      files.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const),
    ),
  );
}

/** The sheet of a charter, as cells that can be changed. */
async function sheetOf(folder: string) {
  const file = path.join(temporaryFolder(), 'criteria.xlsx');
  expect((await charter(['sheet', folder, '--out', file])).code).toBe(0);
  const read = worked(await readXlsx(await readFile(file), 'Criteria'));
  const [head = [], ...rows] = read?.rows.map((cells) => cells.map(plain)) ?? [];
  const titles = head.map((cell) => (cell.kind === 'text' ? cell.text : ''));
  return { titles, rows };
}

function plain(cell: ReadCell): Cell {
  if (cell.kind === 'number') return { kind: 'number', number: cell.number };
  return cell.kind === 'text' ? cell : { kind: 'empty' };
}

type Changed = { readonly titles: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

async function bringBack(folder: string, { titles, rows }: Changed) {
  const root = temporaryFolder();
  const [file, out] = [path.join(root, 'changed.xlsx'), path.join(root, 'new')];
  const columns = titles.map((title) => ({ title, width: 20 }));
  const sheets: Sheet[] = [{ name: 'Criteria', columns, rows }];
  await writeFile(file, await writeXlsx({ title: 'Changed', sheets }));
  const run = await charter(['sheet', folder, '--from', file, '--out', out]);
  return { ...run, out: run.out.trimEnd().split('\n').filter(Boolean), folder: out };
}

function withCell({ titles, rows }: Changed, place: [number, string], cell: Cell): Changed {
  const [row, title] = place;
  const column = titles.indexOf(title);
  if (column < 0) throw new Error(`no column ${title}`);
  const change = (cells: readonly Cell[]) => titles.map((_, at) => cells[at] ?? textCell(''));
  return {
    titles,
    rows: rows.map((cells, at) => (at === row ? change(cells).with(column, cell) : cells)),
  };
}

describe('the sheet of criteria', () => {
  test.each(SHIPPED)('%s goes out and comes in again as it was, byte for byte', async (folder) => {
    const root = temporaryFolder();
    const [file, out] = [path.join(root, 'criteria.xlsx'), path.join(root, 'new')];
    const source = path.join(ROOT, folder);
    expect((await charter(['sheet', source, '--out', file])).code).toBe(0);
    const back = await charter(['sheet', source, '--from', file, '--out', out]);
    expect([back.code, back.out]).toEqual([0, '']);
    expect(back.err).toMatch(/: 0 texts changed\n$/);
    expect(await filesIn(out)).toEqual(await filesIn(source));
  });

  test('is written and read by the command as a person starts it, and writes over nothing', () => {
    const root = temporaryFolder();
    const [file, out] = [path.join(root, 'criteria.xlsx'), path.join(root, 'new')];
    expect(startedCharter(['sheet', GENDER, '--out', file]).code).toBe(0);
    const bytes = readFileSync(file);
    expect(startedCharter(['sheet', GENDER, '--out', file]).code).toBe(4);
    expect(readFileSync(file)).toEqual(bytes);
    expect(startedCharter(['sheet', GENDER, '--from', file, '--out', out]).code).toBe(0);
    expect(startedCharter(['sheet', GENDER, '--from', file, '--out', out]).code).toBe(4);
    expect(startedCharter(['sheet', GENDER]).code).toBe(2);
  });

  test('a changed cell changes just that text, whichever it is', async () => {
    const sheet = await sheetOf(MENTORING);
    const before = await filesIn(MENTORING);
    const texts = ['Title', 'Guidance', 'Why it matters', 'Rating 0: Not in place', 'To 2: owner'];
    const lists = ['Rating 2: In place', 'Evidence that would persuade', 'To 3: first steps'];
    const titles = [...texts, ...lists].filter((title) => sheet.titles.includes(title));
    const words = fc.constantFrom(
      '=1+1',
      '# no',
      'a: b',
      "it's",
      '-5',
      '“said”',
      '{',
      'x'.repeat(90),
    );
    const text = fc.array(words, { minLength: 1, maxLength: 12 }).map((all) => `${all.join(' ')}.`);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: sheet.rows.length - 1 }),
        fc.constantFrom(...titles),
        text,
        async (row, title, written) => {
          const was = sheet.rows[row]?.[sheet.titles.indexOf(title)];
          const more =
            was?.kind === 'text' && lists.includes(title) ? was.text.split('\n').slice(1) : [];
          const cell = textCell([written, ...more].join('\n'));
          const { code, out, folder } = await bringBack(
            MENTORING,
            withCell(sheet, [row, title], cell),
          );
          expect([code, out]).toEqual([0, []]);
          const changed = [...(await filesIn(folder))].flatMap(([name, now]) => {
            const [were, are] = [leaves(before.get(name) ?? ''), leaves(now)];
            expect([...are.keys()]).toEqual([...were.keys()]);
            return [...are].filter(([at, value]) => were.get(at) !== value);
          });
          expect(changed.map(([, value]) => value)).toEqual([written]);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('what is optional comes and goes with its cell', async () => {
    const sheet = await sheetOf(GENDER);
    const changes: [string, string][] = [
      ['Weight', '7'],
      ['Not applicable where', 'There is nobody.'],
      ['Effort of each step', '1, 2, 3'],
      ['Minutes', ''],
    ];
    const changed = changes.reduce<Changed>(
      (all, [title, text]) => withCell(all, [0, title], textCell(text)),
      sheet,
    );
    const first = await bringBack(GENDER, changed);
    expect([first.code, first.out]).toEqual([0, []]);
    const shown = await charter(['show', first.folder, '--json']);
    expect(JSON.parse(shown.out).sections[0].criteria[0]).toMatchObject({
      weight: 7,
      notApplicable: 'There is nobody.',
      effort: [1, 2, 3],
    });
    const back = await bringBack(first.folder, sheet);
    const files = await filesIn(back.folder);
    expect(files).toEqual(await filesIn(GENDER));
  });

  test('examples come and go together', async () => {
    const sheet = await sheetOf(MENTORING);
    const titles = ['Good answer', 'Good answer: why', 'Weak answer', 'Weak answer: why'];
    const without = titles.reduce<Changed>(
      (all, title) => withCell(all, [0, title], textCell('')),
      sheet,
    );
    const gone = await bringBack(MENTORING, without);
    expect([gone.code, gone.out]).toEqual([0, []]);
    const file = path.join('sections', '1-governance.yaml');
    const texts = (folder: string) => parse(readFileSync(path.join(folder, file), 'utf8'));
    expect(texts(gone.folder).criteria[0]).not.toHaveProperty('examples');
    const again = await bringBack(gone.folder, sheet);
    expect(texts(again.folder)).toEqual(texts(MENTORING));
    const half = withCell(sheet, [0, 'Weak answer'], textCell(''));
    const { code, out } = await bringBack(MENTORING, half);
    const place = cellName(1, sheet.titles.indexOf('Weak answer'));
    expect([code, out]).toEqual([
      1,
      [`Criteria!${place}: bad-value this text is empty; found nothing`],
    ]);
  });

  test('mistakes are named by their cells, wherever the columns stand, and nothing is written', async () => {
    const sheet = await sheetOf(GENDER);
    const turned: Changed = {
      titles: sheet.titles.toReversed(),
      rows: sheet.rows.map((cells) =>
        sheet.titles.map((_, at) => cells[at] ?? textCell('')).toReversed(),
      ),
    };
    const planted: [number, string, string, RegExp][] = [
      [0, 'Title', '', /bad-value this text is empty/],
      [1, 'Weight', '500', /bad-value expected a whole number from 1 to 100; found "500"/],
      [1, 'Effort of each step', '1, 2', /effort-length effort has 2 numbers/],
      [2, 'Rating 1: Emerging', ' ', /bad-value this text is empty/],
      [2, 'Evidence that would persuade', '', /bad-value at least 1 needed here/],
      [3, 'To 2: months', 'soon', /bad-value expected a whole number from 1 to 60; found "soon"/],
      [4, 'To 1: first steps', '\n\n', /bad-value at least 1 needed/],
      [5, 'Question', 'q'.repeat(10_001), /bad-value this text is longer/],
    ];
    const changed = planted.reduce(
      (all, [row, title, text]) => withCell(all, [row, title], textCell(text)),
      turned,
    );
    const { code, out, folder } = await bringBack(GENDER, changed);
    expect(code).toBe(1);
    expect(out).toHaveLength(planted.length);
    for (const [row, title, , message] of planted) {
      const place = `Criteria!${cellName(row + 1, turned.titles.indexOf(title))}: `;
      const line = out.find((one) => one.startsWith(place)) ?? `none at ${place}`;
      expect(line).toMatch(message);
    }
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  test('other words that no longer fit are named by the cell of the words they stand for', async () => {
    const sheet = await sheetOf(MENTORING);
    const title = 'Rating 2: In place';
    const { code, out } = await bringBack(MENTORING, withCell(sheet, [1, title], textCell('One.')));
    const place = `Criteria!${cellName(2, sheet.titles.indexOf(title))}`;
    expect([code, new Set(out)]).toEqual([
      1,
      new Set([
        `${place}: bad-value a variant has as many statements as the plain words: 1, not 4`,
      ]),
    ]);
  });

  test('rows that are no criterion, or one twice, are named; those left out stay as they are', async () => {
    const sheet = await sheetOf(GENDER);
    const [first = [], second = [], third = []] = sheet.rows;
    const id = sheet.titles.indexOf('Id');
    const twice = await bringBack(GENDER, {
      titles: [...sheet.titles, 'Title'],
      rows: [first, first, second.with(id, textCell('X9')), third.with(id, textCell(''))],
    });
    expect([twice.code, twice.out.map((line) => line.split(' ').slice(0, 2).join(' '))]).toEqual([
      1,
      [
        `Criteria!${cellName(0, sheet.titles.length)}: repeated-column`,
        'Criteria!B3: repeated-id',
        'Criteria!B4: unknown-id',
        'Criteria!B5: no-id',
      ],
    ]);
    const one = await bringBack(GENDER, {
      titles: [...sheet.titles, 'Notes'],
      rows: [[...sheet.titles.map((_, at) => first[at] ?? textCell('')), textCell('Ask Ada')]],
    });
    expect(one.code).toBe(0);
    expect(one.err).toContain('the column ‘Notes’ is none of the sheet, and was not read');
    expect(one.err).toMatch(/no row, left as they are: L2, /);
    expect(await filesIn(one.folder)).toEqual(await filesIn(GENDER));
  });

  test('a cell whose text cannot be told is named, and a file that is no spreadsheet refused', async () => {
    const columns = sheetColumns(2);
    const sections = [
      { file: 'sections/a.yaml', data: { criteria: [{ id: 'A1', title: 'One' }] } },
    ];
    const rows = [
      ['id', 'title'],
      ['A1', { code: 'formula' } as const],
    ];
    const found = sheetChanges(rows, {
      columns,
      titles: columns.map(({ name }) => name),
      sections,
    });
    expect(found.ok && found.value.problems).toEqual([
      { code: 'unclear', row: 1, column: 1, why: { code: 'formula' } },
    ]);
    const root = temporaryFolder();
    await cp(path.join(GENDER, 'charter.yaml'), path.join(root, 'no.xlsx'));
    const out = path.join(root, 'new');
    const refused = await charter([
      'sheet',
      GENDER,
      '--from',
      path.join(root, 'no.xlsx'),
      '--out',
      out,
    ]);
    expect([refused.code, refused.out]).toEqual([1, '']);
  });
});

describe('what the sheet does not hold', () => {
  test('another section in a cell is told, and changes nothing', async () => {
    const sheet = await sheetOf(GENDER);
    const changed = withCell(sheet, [0, 'Section'], textCell('Another section'));
    const { code, err } = await bringBack(GENDER, changed);
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/Criteria!A2: remark \S+ stays in the section ‘/),
    ]);
    expect(err).toContain(': 0 texts changed');
  });

  test('a changed text whose translation says the earlier one is told, with both places', async () => {
    const sheet = await sheetOf(EXAMPLE);
    const { code, err } = await bringBack(
      EXAMPLE,
      withCell(sheet, [0, 'Question'], textCell('Who leads it now?')),
    );
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(
        /Criteria!D2: remark translations\/cy\/sections\/1-team\.yaml:\d+:\d+ translates the earlier text into Welsh/,
      ),
    ]);
  });

  test('a mistake in a translation is named by the cell that it follows from', async () => {
    const sheet = await sheetOf(EXAMPLE);
    const title = sheet.titles.find((one) => one.startsWith('Rating 1')) ?? '';
    const was = sheet.rows[0]?.[sheet.titles.indexOf(title)];
    const text = was?.kind === 'text' ? was.text : '';
    const more = withCell(sheet, [0, title], textCell(`${text}\nOne more thing is true.`));
    const { code, out } = await bringBack(EXAMPLE, more);
    const cell = cellName(1, sheet.titles.indexOf(title));
    expect(code).toBe(1);
    expect(out).toEqual([
      expect.stringMatching(
        new RegExp(`^Criteria!${cell}: translations/cy/sections/1-team\\.yaml:\\d+:\\d+: `),
      ),
    ]);
  });
});

/** Every text of a file of YAML, by the way to it. */
function leaves(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, at: string) => {
    if (typeof value !== 'object' || value === null) found.set(at, String(value));
    else for (const [key, below] of Object.entries(value)) walk(below, `${at}/${key}`);
  };
  walk(parse(text, { schema: 'failsafe' }), '');
  return found;
}
