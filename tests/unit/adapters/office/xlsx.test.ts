import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from '#app/adapters/office/xlsx-read.ts';
import { writeXlsx } from '#app/adapters/office/xlsx-write.ts';
import { bytesIn } from '#app/adapters/backup/byte-source.ts';
import { fileKind } from '#app/adapters/evidence-files/file-kind.ts';
import { type Cell, cellName, textCell, type Workbook } from '#app/domain/workbook.ts';
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import { importProblemText } from '#words/import-problem.ts';
import { worked } from '#tests/support/worked.ts';

const RUNS = 300;
const SHEET = 'Actions & more';

function workbookOf(rows: readonly (readonly Cell[])[], columns = 3): Workbook {
  const titles = Array.from({ length: columns }, (_, index) => ({
    title: `Column ${index}`,
    width: index * 10,
  }));
  return { title: 'A plan', sheets: [{ name: SHEET, columns: titles, rows }] };
}

async function readBack(workbook: Workbook) {
  const sheet = worked(await readXlsx(await writeXlsx(workbook), SHEET));
  if (sheet === null) throw new Error('no sheet');
  return { name: sheet.name, rows: sheet.rows.slice(1) };
}

/** Everything that a program could take for a formula, and everything that XML could lose. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }).map(unmarked),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .tuple(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', ' =', '"=', '\0'),
      fc.string(),
    )
    .map(([first, rest]) => first + rest),
  fc.constantFrom(
    "=cmd|'/c calc'!A1",
    '=HYPERLINK("https://example.org")',
    '_x0041_',
    '_x005F_x0041_',
    ' both ends ',
    'a\r\nb\rc\nd',
    '<&>"]]>',
    '-5',
    '0012',
    '\uD800 alone',
    'ŵŷ عائشة 👩🏽‍⚕️',
  ),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  hostile.map(textCell),
  fc
    .integer({ min: -1_000_000, max: 1_000_000 })
    .map((number): Cell => ({ kind: 'number', number })),
  fc
    .date({ min: new Date('1900-03-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date): Cell => ({ kind: 'date', day: date.toISOString().slice(0, 10) })),
);

const half = (await writeXlsx(workbookOf([[textCell('One')]]))).slice(0, 900);

describe('a spreadsheet', () => {
  test('read again holds every cell as it was, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 4 }), async (rows) => {
        expect(await readBack(workbookOf(rows))).toEqual({ name: SHEET, rows });
      }),
      { numRuns: RUNS },
    );
  });

  test('SEC-55 has no formula and no link, and text cells are strings in the format text', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const parts = unzipSync(await writeXlsx(workbookOf([[textCell(text)]], 1)));
        const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
        expect(sheet).not.toMatch(/<f[ >]|<hyperlink|ddeLink/i);
        if (text !== '') expect(sheet).toContain('<c r="A2" s="2" t="inlineStr">');
        expect(Object.keys(parts).some((name) => /external|query|vba/i.test(name))).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test('is one of the kinds that may be uploaded, and the same bytes every time', async () => {
    const workbook = workbookOf([[textCell('One')]]);
    const bytes = await writeXlsx(workbook);
    const source = bytesIn(Buffer.from(bytes));
    expect(await fileKind(source, 'plan.xlsx')).toMatchObject({ ok: true, value: { id: 'xlsx' } });
    expect(await writeXlsx(workbook)).toEqual(bytes);
  });

  test.each([
    ['a type of its own', '<!DOCTYPE x [<!ENTITY a "b">]>', ''],
    ['an entity from elsewhere', '<!DOCTYPE x SYSTEM "file:///etc/passwd">', ''],
    ['an entity that nobody declared', '', '&passwd;'],
    ['a broken end', '', '<row>'],
  ])('SEC-62 is not read with %s in its XML', async (_, declared, inside) => {
    const parts = unzipSync(await writeXlsx(workbookOf([[textCell('One')]])));
    const name = 'xl/worksheets/sheet1.xml';
    const sheet = strFromU8(parts[name] ?? new Uint8Array())
      .replace('<worksheet', `${declared}<worksheet`)
      .replace('<sheetData>', `<sheetData>${inside}`);
    const bytes = zipSync({ ...parts, [name]: strToU8(sheet) });
    expect(await readXlsx(bytes, SHEET)).toEqual({ ok: false, problem: { code: 'unreadable' } });
  });

  test('SEC-60 is refused where its cells hold too much text', async () => {
    const cells = (rows: number, characters: number) =>
      workbookOf(
        Array.from({ length: rows }, () => [textCell(randomBytes(characters / 2).toString('hex'))]),
      );
    const refusal = (of: string, most: number) => ({ problem: { code: 'too-many', of, most } });
    const read = async (workbook: Workbook) => readXlsx(await writeXlsx(workbook), SHEET);
    expect(await read(cells(31, 32_600))).toMatchObject(refusal('characters', 1_000_000));
    expect(await read(cells(1, 32_768))).toMatchObject(refusal('characters-in-a-cell', 32_767));
    expect((await read(cells(30, 32_600))).ok).toBe(true);
    expect(importProblemText({ code: 'too-many', of: 'characters', most: 1_000_000 })).toMatch(
      /more than 1,000,000 characters in a sheet\. Shorten the texts/,
    );
  });

  test('SEC-60 is not unpacked where it holds far more than a plan', async () => {
    const parts = unzipSync(await writeXlsx(workbookOf([[textCell('One')]])));
    const noise = new Uint8Array(randomBytes(300_000));
    const name = 'xl/worksheets/sheet1.xml';
    const huge = { ...parts, [name]: new Uint8Array(6 * 1024 * 1024), 'noise.bin': noise };
    expect(await readXlsx(zipSync(huge), SHEET)).toMatchObject({
      problem: { code: 'too-much-inside' },
    });
    expect(
      await readXlsx(zipSync({ ...parts, 'xl/noise.xml': new Uint8Array(50_000_000) }), SHEET),
    ).toEqual({
      ok: false,
      problem: { code: 'unreadable' },
    });
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('a,b\n1,2\n')],
    ['half of one', half],
  ])('is not read from %s', async (_, bytes) => {
    expect(await readXlsx(bytes, SHEET)).toEqual({ ok: false, problem: { code: 'unreadable' } });
  });
});

test('cells are named as spreadsheets name them', () => {
  const names = [0, 25, 26, 51, 52, 701, 702].map((column) => cellName(4, column));
  expect(names).toEqual(['A5', 'Z5', 'AA5', 'AZ5', 'BA5', 'ZZ5', 'AAA5']);
});

test('what is written in a cell never carries the mark of a translated passage', async () => {
  const texts = ['We \u{E0001}meet\u{E0001}.', '_xDB40__xDC01_'].map(textCell);
  const { rows } = await readBack(workbookOf([texts]));
  expect(rows[0]).toEqual([textCell('We meet.'), textCell('_xDB40__xDC01_')]);
});
