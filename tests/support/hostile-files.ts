// Office files that are small to send and large to read: every kind that we know of, each a whole file of
// its format.
import { zipOf } from './zip-writer.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

type Parts = Readonly<Record<string, string>>;

/** A zip with bytes that do not shrink beside the parts, so that no ratio gives it away. */
function packed(parts: Parts, ballast: number): Buffer {
  let state = 1;
  const noise = Buffer.from(
    Uint8Array.from({ length: ballast }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state >> 16;
    }),
  );
  return zipOf([
    ...Object.entries(parts).map(([name, content]) => ({ name, content })),
    { name: 'docProps/thumbnail.jpeg', content: noise, stored: true },
  ]);
}

function typesOf(part: string, type: string): string {
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${OFFICE}.${type}.main+xml"/></Types>`;
}

/** A workbook with these rows in its sheet 'Actions', and whatever else is given. */
export function workbookWith(
  rows: string,
  {
    sheets = 1,
    parts = {},
    ballast = 150_000,
  }: {
    readonly sheets?: number;
    readonly parts?: Parts;
    readonly ballast?: number;
  } = {},
): Buffer {
  const listed = Array.from(
    { length: sheets },
    (_, index) =>
      `<sheet name="${index === 0 ? 'Actions' : `S${index}`}" sheetId="${index + 1}" r:id="r1"/>`,
  );
  return packed(
    {
      '[Content_Types].xml': typesOf('xl/workbook.xml', 'spreadsheetml.sheet'),
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ...parts,
    },
    ballast,
  );
}

/** A Word file with this body. */
function documentWith(body: string, ballast = 150_000): Buffer {
  return packed(
    {
      '[Content_Types].xml': typesOf('word/document.xml', 'wordprocessingml.document'),
      'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    },
    ballast,
  );
}

const many = (count: number, xml: string) => xml.repeat(count);
const nested = (depth: number, open: string, close: string) =>
  many(depth, open) + many(depth, close);
const inline = (text: string) => `<is><t>${text}</t></is>`;

/** A workbook of new actions whose cells share one text of 16,300 milestones. */
export function workbookOfLines(actions: number): Buffer {
  const titles = ['Id (do not change)', 'Objective', 'Milestones'];
  const cells = titles.map((title) => `<c t="inlineStr">${inline(title)}</c>`).join('');
  const action = `<row><c/><c t="inlineStr">${inline('x')}</c><c t="s"><v>0</v></c></row>`;
  return workbookWith(`<row>${cells}</row>${many(actions, action)}`, {
    parts: { 'xl/sharedStrings.xml': `<sst><si><t>${many(16_300, 'x\n')}</t></si></sst>` },
  });
}

/** Workbooks by what is wrong with them, with the words of their refusal. */
export const HOSTILE_WORKBOOKS: readonly (readonly [string, () => Buffer, RegExp])[] = [
  ['very many sheets', () => workbookWith('', { sheets: 200 }), /100 sheets/],
  [
    'more text than a plan has',
    () => workbookWith(many(400_000, '<row><c/></row>'), { ballast: 30_000 }),
    /5 MB/,
  ],
  ['millions of empty rows', () => workbookWith(many(700_000, '<row/>')), /400,000 parts/],
  [
    'one cell far to the right in each of many rows',
    () => workbookWith(many(4_900, `<row><c r="GR1" t="inlineStr">${inline('x')}</c></row>`)),
    /100,000 cells/,
  ],
  [
    'one row many times',
    () => workbookWith(many(600, `<row r="1"><c r="GR1" t="inlineStr">${inline('x')}</c></row>`)),
    /100,000 cells/,
  ],
  [
    'a row number of a thousand million',
    () => workbookWith(`<row r="1000000000"><c t="inlineStr">${inline('x')}</c></row>`),
    /5,000 rows/,
  ],
  [
    'a column beyond the last of a plan',
    () => workbookWith(`<row><c r="XFD1" t="inlineStr">${inline('x')}</c></row>`),
    /200 columns/,
  ],
  [
    'a cell of four million characters',
    () => workbookWith(`<row><c t="inlineStr">${inline('x'.repeat(4_000_000))}</c></row>`),
    /32,767 characters in one cell/,
  ],
  [
    'one long text in every cell',
    () =>
      workbookWith(many(900, `<row>${many(20, '<c t="s"><v>0</v></c>')}</row>`), {
        parts: { 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(30_000)}</t></si></sst>` },
      }),
    /1,000,000 characters/,
  ],
  ['very many lines in every cell', () => workbookOfLines(150), /1,000,000 characters/],
  [
    'hundreds of thousands of formats',
    () =>
      workbookWith('', {
        parts: {
          'xl/styles.xml': `<styleSheet><cellXfs>${many(500_000, '<xf/>')}</cellXfs></styleSheet>`,
        },
      }),
    /400,000 parts/,
  ],
  [
    'elements inside each other',
    () => workbookWith(`<row><c t="inlineStr"><is>${nested(30_000, '<r>', '</r>')}</is></c></row>`),
    /inside each other/,
  ],
  [
    'more rows than a plan has actions',
    () =>
      workbookWith(
        `<row><c t="inlineStr">${inline('Id (do not change)')}</c><c t="inlineStr">${inline('Objective')}</c></row>${many(301, `<row><c/><c t="inlineStr">${inline('x')}</c></row>`)}`,
      ),
    /300 rows/,
  ],
];

const row = (text: string) => `<w:tr><w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc></w:tr>`;

const answerOf = (narrative: string) =>
  `<w:tbl>${['[G1 rating 0]', '1', '[G1 narrative 0]', narrative].map(row).join('')}</w:tbl>`;

/** Word files by what is wrong with them, with the words of their refusal. */
export const HOSTILE_DOCUMENTS: readonly (readonly [string, () => Buffer, RegExp])[] = [
  [
    'twenty megabytes of rows',
    () => documentWith(`<w:tbl>${many(280_000, row('x'))}</w:tbl>`),
    /10 MB/,
  ],
  ['very many paragraphs', () => documentWith(many(200_000, '<w:p/>')), /60,000 paragraphs/],
  [
    'tables inside tables',
    () => documentWith(nested(3_000, '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>')),
    /inside each other/,
  ],
  [
    'content controls inside each other',
    () => documentWith(nested(50_000, '<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>')),
    /inside each other/,
  ],
  [
    'hundreds of thousands of runs',
    () => documentWith(`<w:p>${many(500_000, '<w:r/>')}</w:p>`),
    /400,000 parts/,
  ],
  [
    'more boxes than any charter has',
    () => documentWith(`<w:tbl>${many(2_000, row('[G1 rating 1]') + row('1'))}</w:tbl>`),
    /1,500 boxes/,
  ],
  [
    'an answer of nine million characters',
    () => documentWith(answerOf('a b '.repeat(2_250_000))),
    /G1 has more than 100,000 characters/,
  ],
];

/** Files that are odd and small enough: they are read, or not, within the limits of time and memory. */
export const ODD_DOCUMENTS: readonly (readonly [string, () => Buffer])[] = [
  [
    'a hundred thousand attributes',
    () =>
      documentWith(
        `<w:p ${Array.from({ length: 100_000 }, (_, index) => `a${index}="x"`).join(' ')}/>`,
      ),
  ],
  [
    'a paragraph of nine million characters',
    () => documentWith(`<w:p><w:r><w:t>${'[a '.repeat(3_000_000)}</w:t></w:r></w:p>`),
  ],
];
