import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from '#app/adapters/office/xlsx-read.ts';
import { writeXlsx } from '#app/adapters/office/xlsx-write.ts';
import { markupText } from '#app/domain/markup-text.ts';
import type { ReadCell } from '#app/domain/workbook.ts';
import { cellWords } from '#reports/plan-columns.ts';
import { worked } from '#tests/support/worked.ts';

const SHEET = 'Actions';
const PARTS = unzipSync(
  await writeXlsx({
    title: 'Plan',
    sheets: [{ name: SHEET, columns: [{ title: 'A', width: 9 }], rows: [] }],
  }),
);

type Formatted = { readonly cell: string; readonly id?: number; readonly code?: string };

/** The cells of one row, each with a format of its own. */
async function rowOf(
  cells: readonly Formatted[],
  { since1904 = false, more = '' } = {},
): Promise<readonly ReadCell[]> {
  const formats = cells.map(({ code }, at) =>
    code === undefined ? '' : `<numFmt numFmtId="${200 + at}" formatCode="${markupText(code)}"/>`,
  );
  const styles = cells.map(
    ({ id, code }, at) => `<xf numFmtId="${code === undefined ? (id ?? 0) : 200 + at}"/>`,
  );
  const row = cells.map(({ cell }, at) => cell.replace('<c', `<c s="${at}"`));
  const edit = (name: string, from: RegExp | string, to: string) =>
    strToU8(strFromU8(PARTS[name] ?? new Uint8Array()).replace(from, () => to));
  const sheet = 'xl/worksheets/sheet1.xml';
  const bytes = zipSync({
    ...PARTS,
    'xl/styles.xml': strToU8(
      `<styleSheet><numFmts>${formats.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ),
    'xl/workbook.xml': edit(
      'xl/workbook.xml',
      '<sheets>',
      `<workbookPr date1904="${since1904 ? 1 : 0}"/><sheets>`,
    ),
    [sheet]: edit(
      sheet,
      /<sheetData>.*<\/sheetData>/s,
      `<sheetData><row>${row.join('')}</row>${more}</sheetData>`,
    ),
  });
  return worked(await readXlsx(bytes, SHEET))?.rows[0] ?? [];
}

const number = (value: number | string) => `<c><v>${value}</v></c>`;

async function shown(value: number, format: Omit<Formatted, 'cell'>, since1904 = false) {
  const [cell] = await rowOf([{ cell: number(value), ...format }], { since1904 });
  return cell?.kind === 'unclear' ? null : cellWords(cell);
}

// 31 March 2027, and 18:05:09 on it.
const DAY = 46_477;
const MOMENT = DAY + (18 * 3600 + 5 * 60 + 9) / 86_400;

describe('a number is read as its cell shows it', () => {
  // ECMA-376 part 1, 18.8.30; dates by number alone in the order of Britain.
  test.each([
    [0, 0.25, '0.25'],
    [0, 0.1 + 0.2, '0.3'],
    [0, 1 / 3, '0.333333333'],
    [0, -1234.5, '-1234.5'],
    [0, 7700900123, '7700900123'],
    [0, 1e20, '1E+20'],
    [0, 0.0000123456789, '1.23457E-05'],
    [1, 2.5, '3'],
    [1, -2.5, '-3'],
    [2, 1.005, '1.01'],
    [3, 1234567.4, '1,234,567'],
    [4, 1234.5, '1,234.50'],
    [9, 0.25, '25%'],
    [9, 0.255, '26%'],
    [10, 0.25555, '25.56%'],
    [11, 12345, '1.23E+04'],
    [11, 0, '0.00E+00'],
    [12, 1.5, '1 1/2'],
    [12, 0.25, '1/4'],
    [12, 3, '3'],
    [13, 22 / 7, '3 1/7'],
    [13, 2 + 21 / 25, '2 21/25'],
    [14, DAY, '31/03/2027'],
    [15, DAY, '31-Mar-27'],
    [16, DAY, '31-Mar'],
    [17, DAY, 'Mar-27'],
    [18, MOMENT, '6:05 PM'],
    [19, MOMENT, '6:05:09 PM'],
    [20, MOMENT, '18:05'],
    [21, MOMENT, '18:05:09'],
    [22, MOMENT, '31/03/2027 18:05'],
    [37, -1234.5, '(1,235)'],
    [38, 1234, '1,234'],
    [39, -0.5, '(0.50)'],
    [40, 1234.5, '1,234.50'],
    [45, 0.001, '01:26'],
    [46, 1.5, '36:00:00'],
    [47, 0.0010001, '0126.4'],
    [48, 12345, '12.3E+3'],
    [49, 12, '12'],
  ])('format %i of %d', async (id, value, text) => {
    expect(await shown(value, { id })).toBe(text);
  });

  test.each([
    ['"£"#,##0.00', 1234.5, '£1,234.50'],
    ['£#,##0', 1234.5, '£1,235'],
    ['[$£-809]#,##0.00', -12, '-£12.00'],
    ['[$€-2] #,##0.00', 12, '€ 12.00'],
    ['"£"#,##0.00;[Red]-"£"#,##0.00', -1234.5, '-£1,234.50'],
    ['_-"£"* #,##0.00_-;-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-', 1234.5, '£1,234.50'],
    ['_-"£"* #,##0.00_-;-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-', 0, '£-'],
    ['#,##0.0%', 0.12345, '12.3%'],
    ['0.0,"k"', 12_345, '12.3k'],
    ['0" people"', 12, '12 people'],
    ['000-000', 20_7946, '207-946'],
    ['#.##', 5, '5.'],
    ['#', 0, ''],
    ['dd/mm/yyyy;@', DAY, '31/03/2027'],
    ['dddd, d mmmm yyyy', DAY, 'Wednesday, 31 March 2027'],
    ['[$-809]dd mmm yyyy', DAY, '31 Mar 2027'],
    ['[$-407]dd.mm.yyyy', DAY, '31.03.2027'],
    ['yyyy\\-mm\\-dd\\Thh:mm', MOMENT, '2027-03-31T18:05'],
    ['d mmm yyyy h:mm am/pm', MOMENT, '31 Mar 2027 6:05 pm'],
  ])('code %s of %d', async (code, value, text) => {
    expect(await shown(value, { code })).toBe(text);
  });

  test('counts days from 1904 where the workbook does', async () => {
    expect(await shown(DAY - 1462, { id: 14 }, true)).toBe('31/03/2027');
  });

  test.each([
    [{ code: '[>100]0;General' }, 5],
    [{ code: '[DBNum1]0' }, 5],
    [{ code: ';;;' }, 5],
    [{ code: '# ?/8' }, 0.5],
    [{ id: 13 }, 0.123456],
    [{ code: '0x' }, 5],
    [{ code: '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy' }, DAY],
    [{ code: '[$-40C]d mmmm yyyy' }, DAY],
    [{ code: 'ggge' }, DAY],
    [{ id: 14 }, 30],
    [{ id: 14 }, -5],
    [{ id: 44 }, 5],
    [{ id: 30 }, DAY],
    [{ id: 150 }, 5],
  ])('and named where the format %o is none that we know', async (format, value) => {
    const [cell] = await rowOf([{ cell: number(value), ...format }]);
    expect(cell).toMatchObject({ kind: 'unclear', why: { code: 'format' } });
  });

  test('with its day where that is clear whatever the language', async () => {
    const cells = [{ code: '[$-40C]d mmmm yyyy' }, { code: '[$-F800]dddd' }, { id: 30 }];
    const row = await rowOf(cells.map((format) => ({ cell: number(DAY), ...format })));
    expect(row).toEqual(cells.map(() => expect.objectContaining({ day: '2027-03-31' })));
  });
});

describe('property: what is shown is what is read', () => {
  const whole = fc.integer({ min: -999_999_999, max: 999_999_999 });
  const hundredths = whole.map((value) => value / 100);
  const ENGLISH = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 });

  test('for thousands and currency', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hundredths, { minLength: 1, maxLength: 20 }), async (values) => {
        const row = await rowOf(
          values.map((value) => ({ cell: number(value), code: '£#,##0.00' })),
        );
        const texts = values.map(
          (value) => `${value < 0 ? '-' : ''}£${ENGLISH.format(Math.abs(value))}`,
        );
        expect(row.map(cellWords)).toEqual(texts);
      }),
      { numRuns: 50 },
    );
  });

  test('for percentages and plain numbers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(whole, { minLength: 1, maxLength: 20 }), async (values) => {
        const percents = await rowOf(values.map((value) => ({ cell: number(value / 100), id: 9 })));
        expect(percents.map(cellWords)).toEqual(values.map((value) => `${value}%`));
        const plain = await rowOf(values.map((value) => ({ cell: number(value), id: 0 })));
        expect(plain.map(cellWords)).toEqual(values.map(String));
      }),
      { numRuns: 50 },
    );
  });

  test('for days, in both ways of counting', async () => {
    const date = fc.date({
      min: new Date('1904-01-02'),
      max: new Date('2199-12-31'),
      noInvalidDate: true,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(date, { minLength: 1, maxLength: 9 }),
        fc.boolean(),
        async (dates, since1904) => {
          const days = dates.map((one) => one.toISOString().slice(0, 10));
          const first = Date.parse(since1904 ? '1904-01-01' : '1899-12-30');
          const cells = days.map((day) => ({
            cell: number((Date.parse(day) - first) / 86_400_000),
            code: 'dd\\/mm\\/yyyy',
          }));
          const row = await rowOf(cells, { since1904 });
          expect(row).toEqual(
            days.map((day) => ({
              kind: 'date',
              day,
              shown: day.split('-').toReversed().join('/'),
            })),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  test('whatever the format is, a number is shown, or its format is named', async () => {
    const code = fc
      .array(
        fc.constantFrom(
          ...'0#?.,%E+-/@;[]"\\_*$£ ymdhsAP/MGx:()'.split(''),
          'General',
          '[h]',
          'AM/PM',
          '[Red]',
        ),
        { maxLength: 12 },
      )
      .map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(
        code,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        async (one, value) => {
          const [cell] = await rowOf([{ cell: number(value), code: one }]);
          expect(['number', 'date', 'unclear']).toContain(cell?.kind);
          if (cell?.kind === 'number') expect(cell.number).toBe(Number(String(value)));
          if (cell?.kind === 'unclear') expect(cell.why).toEqual({ code: 'format', format: one });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a cell without a plain value', () => {
  test('is named, and never empty', async () => {
    const row = await rowOf([
      { cell: '<c><f>A1+1</f></c>' },
      { cell: '<c><f>A1+1</f><v/></c>' },
      { cell: '<c t="str"><f>""</f><v></v></c>' },
      { cell: '<c t="str"><f>A1</f><v>Nia</v></c>' },
      { cell: '<c><f>1+1</f><v>2</v></c>' },
      { cell: '<c t="e"><v>#REF!</v></c>' },
      { cell: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' },
      { cell: '<c t="b"><v>1</v></c>' },
      { cell: '<c t="b"><v>0</v></c>' },
      { cell: '<c t="s"><v>7</v></c>' },
      { cell: '<c t="d"><v>2027-03-31T00:00:00</v></c>' },
      { cell: '<c/>' },
    ]);
    const unclear = (why: object) => ({ kind: 'unclear', why });
    expect(row).toEqual([
      unclear({ code: 'formula' }),
      unclear({ code: 'formula' }),
      { kind: 'empty' },
      { kind: 'text', text: 'Nia' },
      { kind: 'number', number: 2 },
      unclear({ code: 'error', error: '#REF!' }),
      unclear({ code: 'error', error: '#DIV/0!' }),
      { kind: 'text', text: 'TRUE' },
      { kind: 'text', text: 'FALSE' },
      unclear({ code: 'damaged' }),
      { kind: 'date', day: '2027-03-31' },
      { kind: 'empty' },
    ]);
  });

  test('of text is read as its format shows it', async () => {
    const text = '<c t="inlineStr"><is><t>Nia</t></is></c>';
    const codes = ['@', '0.00', '0;0;0;@" (lead)"', ';;;', '0;0;0;"hidden"'];
    const row = await rowOf(codes.map((code) => ({ cell: text, code })));
    expect(row.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind))).toEqual([
      'Nia',
      'Nia',
      'Nia (lead)',
      'unclear',
      'unclear',
    ]);
  });
});

describe('merged cells', () => {
  const cell = (place: string, text: string) =>
    `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const read = async (refs: readonly string[]) => {
    const rows = `<row r="1">${cell('A1', 'Owner')}${cell('B1', 'Why')}</row><row r="2">${cell('A2', 'Nia')}</row><row r="3"><c r="A3"/>${cell('B3', 'Money')}</row>`;
    const merged = `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const name = 'xl/worksheets/sheet1.xml';
    const xml = strFromU8(PARTS[name] ?? new Uint8Array()).replace(
      /<sheetData>.*<\/sheetData>/s,
      `<sheetData>${rows}</sheetData>${merged}`,
    );
    return readXlsx(zipSync({ ...PARTS, [name]: strToU8(xml) }), SHEET);
  };
  const nia = { kind: 'text', text: 'Nia' };
  const into = { kind: 'unclear', why: { code: 'merged', into: 'A2' } };

  test.each([
    ['A2:A3', [[nia], [nia, { kind: 'text', text: 'Money' }]]],
    [
      'A2:B2',
      [
        [nia, into],
        [{ kind: 'empty' }, { kind: 'text', text: 'Money' }],
      ],
    ],
    [
      'A2:B3',
      [
        [nia, into],
        [nia, into],
      ],
    ],
    ['A2:A1048576', [[nia], [nia, { kind: 'text', text: 'Money' }]]],
    ['B2:B2', [[nia], [{ kind: 'empty' }, { kind: 'text', text: 'Money' }]]],
    ['nothing', [[nia], [{ kind: 'empty' }, { kind: 'text', text: 'Money' }]]],
  ])('%s are read as they are seen', async (ref, rows) => {
    expect(worked(await read([ref]))?.rows.slice(1)).toEqual(rows);
  });

  test('are refused where there are very many', async () => {
    expect(await read(Array<string>(200).fill('A1:GR3'))).toMatchObject({
      problem: { code: 'too-many', of: 'cells' },
    });
  });
});
