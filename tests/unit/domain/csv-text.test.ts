import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '#app/domain/csv-text.ts';

/** The cells as a reader takes them. */
function readBack(rows: readonly (readonly string[])[]): unknown {
  return parse(csvText(rows), { bom: true });
}

test('SEC-55 a table that is read back is the table, but for the apostrophes', () => {
  const text = fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll('\0', ''));
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1 }),
      (rows) => {
        const read = readBack(rows) as readonly (readonly string[])[];
        expect(read.length).toBe(rows.length);
        for (const [index, row] of rows.entries()) {
          for (const [at, cell] of row.entries()) {
            expect([cell, `'${cell}`]).toContain(read[index]?.[at]);
          }
        }
      },
    ),
  );
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@sum',
  '\tx',
  '\rx',
  '\nx',
  '\0=1',
  '＝1',
  ' =1',
  '"=1',
  "'=1",
  '|calc',
  '%x',
])('SEC-55 %j is no formula', (cell) => {
  expect(String((readBack([[cell]]) as string[][])[0]?.[0]).startsWith("'")).toBe(true);
});

test.each(['Trust', 'MC-2027-0042', '2027-03-01', 'https://example.org/?a=b', 'Tŷ Gŵydd'])(
  '%j stays as it is',
  (cell) => {
    expect(readBack([[cell]])).toEqual([[cell]]);
  },
);

test('the file begins with a byte order mark, so that Excel reads it as UTF-8', () => {
  const bytes = Buffer.from(csvText([['Tŷ Gŵydd']]), 'utf8');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});
