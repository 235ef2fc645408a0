// Files as people and attackers upload them, built here so that no such file lies in the repository.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { type ZipPart, zipOf } from './zip-writer.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n');

/** A PNG header with these dimensions, and nothing that could be drawn. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(33);
  header.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.set([8, 6, 0, 0, 0], 24);
  return header;
}

/** The segments of a JPEG up to its frame, as a camera writes them. */
function jpeg(width: number, height: number): Buffer {
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0xff, 0xff]), Buffer.alloc(0xfffd, 0x20)]);
  const table = Buffer.from([0xff, 0xc4, 0x00, 0x04, 0x00, 0x00]);
  const frame = Buffer.from([0xff, 0xff, 0xc2, 0x00, 0x0b, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 6);
  frame.writeUInt16BE(width, 8);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), exif, table, frame, Buffer.from([0xff, 0xd9])]);
}

const MAINS = {
  docx: ['wordprocessingml.document', 'word/document.xml'],
  xlsx: ['spreadsheetml.sheet', 'xl/workbook.xml'],
  pptx: ['presentationml.presentation', 'ppt/presentation.xml'],
} as const;

/** The parts of a Microsoft office file: its contents, its main part and the others given. */
function officeParts(
  kind: keyof typeof MAINS,
  {
    more = [],
    xml = '',
    types = '',
  }: { more?: readonly ZipPart[]; xml?: string; types?: string } = {},
): readonly ZipPart[] {
  const [type, main] = MAINS[kind];
  const contents =
    `<?xml version="1.0" encoding="UTF-8"?><Types><Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/${main}" ContentType="${OFFICE}.${type}.main+xml"/>${types}</Types>`;
  return [
    { name: '[Content_Types].xml', content: contents },
    { name: main, content: `<?xml version="1.0"?>${xml}<document/>` },
    ...more,
  ];
}

function office(kind: keyof typeof MAINS, given?: Parameters<typeof officeParts>[1]): Buffer {
  return zipOf(officeParts(kind, given));
}

function openDocument(kind: string, more: readonly ZipPart[] = []): Buffer {
  return zipOf([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: 'content.xml', content: '<?xml version="1.0"?><office:document-content/>' },
    { name: 'META-INF/manifest.xml', content: '<manifest/>' },
    ...more,
  ]);
}

// Said in two halves, so that no scanner takes this file for the thing itself.
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '-',
);

/** An OLE container of 512-byte sectors: its table, then its directory, in which one stream has this name. */
function oleOf(stream: string, { before = 0 } = {}): Buffer {
  const names = [
    'Root Entry',
    ...Array.from({ length: before }, (_, at) => `Stream ${at}`),
    stream,
  ];
  const sectors = Math.ceil(names.length / 4);
  const header = Buffer.alloc(512, 0xff);
  Buffer.from('D0CF11E0A1B11AE1', 'hex').copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let at = 1; at <= sectors; at += 1) {
    table.writeUInt32LE(at === sectors ? 0xfffffffe : at + 1, at * 4);
  }
  const directory = Buffer.alloc(512 * sectors);
  names.forEach((name, at) => {
    directory.write(name, at * 128, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, at * 128 + 64);
  });
  return Buffer.concat([header, table, directory]);
}

const ZEROS = Buffer.alloc(3_000_000);
const many = (count: number): readonly ZipPart[] =>
  Array.from({ length: count }, (_, index) => ({ name: `word/x${index}.xml`, stored: true }));
const noise = Buffer.from(Array.from({ length: 6_000 }, (_, index) => (index * 7919) % 256));
const withPart = (part: ZipPart) => office('docx', { more: [part] });

type Reason = KindProblem['reason'];

/** Each refused file: what it is, the name it comes under, its bytes, and why it is refused. */
export const ABUSIVE: readonly (readonly [string, string, Buffer, Reason])[] = [
  ['SVG named .png', 'logo.png', Buffer.from('<svg onload="alert(1)"/>'), 'markup'],
  ['SVG after a declaration', 'logo.svg', Buffer.from('<?xml version="1.0"?><svg/>'), 'markup'],
  ['HTML named .pdf', 'minutes.pdf', Buffer.from('<!DOCTYPE html><script>1</script>'), 'markup'],
  ['HTML after a BOM and space', 'a.txt', Buffer.from('\uFEFF \n\t\u00A0\uFEFF<html>'), 'markup'],
  ['HTML after 70 kB of space', 'a.txt', Buffer.from(' '.repeat(70_000) + '<html>'), 'markup'],
  ['XML', 'feed.xml', Buffer.from('\n<feed/>'), 'markup'],
  ['HTML in UTF-16', 'a.txt', Buffer.from('\uFEFF<html>', 'utf16le'), 'utf-16'],
  [
    'GIF with a script behind',
    'a.gif',
    Buffer.from('GIF89a\x00\x00/*alert(1)*/'),
    'not-recognised',
  ],
  ['a Windows program', 'setup.pdf', Buffer.from('MZ\x90\x00\x03'), 'not-recognised'],
  ['a Linux program', 'a.csv', Buffer.from('\x7FELF\x02\x01\x01'), 'not-recognised'],
  [
    'an old file without its directory',
    'a.doc',
    Buffer.from('D0CF11E0A1B11AE1', 'hex'),
    'old-office',
  ],
  ['an old Word file', 'a.docx', oleOf('WordDocument'), 'old-word'],
  ['an old Excel file', 'a.xlsx', oleOf('Workbook'), 'old-excel'],
  ['an Excel file of 1995', 'a.xls', oleOf('Book'), 'old-excel'],
  ['an old presentation', 'a.ppt', oleOf('PowerPoint Document'), 'old-powerpoint'],
  ['a letter of Outlook', 'a.msg', oleOf('__properties_version1.0'), 'outlook-message'],
  ['a file of another program', 'a.pub', oleOf('Quill'), 'old-office'],
  [
    'a binary workbook',
    'a.xlsx',
    office('xlsx', {
      types:
        '<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>',
    }),
    'binary-workbook',
  ],
  [
    'an ODS with a password',
    'a.ods',
    zipOf([
      {
        name: 'mimetype',
        content: 'application/vnd.oasis.opendocument.spreadsheet',
        stored: true,
      },
      { name: 'content.xml', content: 'not to be read' },
      { name: 'META-INF/manifest.xml', content: '<m:manifest><m:encryption-data/></m:manifest>' },
    ]),
    'encrypted',
  ],
  ['a workbook with a password', 'a.xlsx', oleOf('EncryptedPackage'), 'encrypted'],
  ['one with many streams before', 'a.xlsx', oleOf('EncryptedPackage', { before: 9 }), 'encrypted'],
  ['RTF', 'a.doc', Buffer.from('{\\rtf1\\ansi Siân}'), 'rtf'],
  ['RTF behind a mark', 'a.rtf', Buffer.from('\uFEFF\r\n{\\rtf1\\ansi a}'), 'rtf'],
  ['a CSV in UTF-16', 'a.csv', Buffer.from('\uFEFFband,people\r\n8a,12', 'utf16le'), 'utf-16'],
  [
    'a CSV in UTF-16, the high byte first',
    'a.csv',
    Buffer.from('\uFEFFŵ,指导', 'utf16le').swap16(),
    'utf-16',
  ],
  ['a CSV in UTF-16 without a mark', 'a.csv', Buffer.from('band,people', 'utf16le'), 'utf-16'],
  ['a PDF after a line', 'a.pdf', Buffer.concat([Buffer.from('\r\n'), PDF]), 'pdf-not-first'],
  [
    'a PDF after the head of a mail',
    'a.pdf',
    Buffer.concat([Buffer.from('Content-Type: application/pdf\r\n\r\n'), PDF]),
    'pdf-not-first',
  ],
  ['text with a NUL', 'a.txt', Buffer.from('one\0two'), 'not-recognised'],
  ['text with an escape', 'a.txt', Buffer.from('one\x1B[31mtwo'), 'not-recognised'],
  ['text with a C1 control', 'a.txt', Buffer.from('one\u009Btwo'), 'not-recognised'],
  ['a CSV in Windows-1252', 'staff.csv', Buffer.from('Si\xE2n,\xA35', 'latin1'), 'not-utf8'],
  ['text cut in a character', 'a.txt', Buffer.from('Siân').subarray(0, 3), 'not-utf8'],
  ['a PDF after other bytes', 'a.pdf', Buffer.concat([Buffer.from('\x00'), PDF]), 'pdf-not-first'],
  ['half a PDF', 'a.pdf', PDF.subarray(0, 30), 'broken'],
  ['a PNG of 50,000 by 50,000', 'a.png', png(50_000, 50_000), 'image-too-large'],
  ['a PNG of more than 100 megapixels', 'a.png', png(10_001, 10_000), 'image-too-large'],
  ['a PNG wider than 20,000', 'a.png', png(20_001, 1), 'image-too-large'],
  ['a PNG without pixels', 'a.png', png(0, 10), 'broken'],
  ['a PNG of its signature alone', 'a.png', png(1, 1).subarray(0, 12), 'broken'],
  ['a JPEG of 65,535 by 65,535', 'a.jpg', jpeg(65_535, 65_535), 'image-too-large'],
  ['a JPEG that breaks off', 'a.jpg', jpeg(10, 10).subarray(0, 2_000), 'broken'],
  [
    'a JPEG of one segment without end',
    'a.jpg',
    Buffer.from('\xff\xd8\xff\xe0\x00\x00\x00\x00\x00\x00\x00', 'latin1'),
    'broken',
  ],
  ['a JPEG of fill bytes', 'a.jpg', Buffer.alloc(5_000, 0xff).fill(0xd8, 1, 2), 'broken'],
  ['a plain zip', 'a.docx', zipOf([{ name: 'readme.txt', content: 'x' }]), 'not-recognised'],
  [
    'a zip of one file named as a docx part',
    'a.docx',
    zipOf([{ name: 'word/document.xml' }]),
    'not-recognised',
  ],
  [
    'a docx without its main part',
    'a.docx',
    zipOf(officeParts('docx').slice(0, 1)),
    'not-recognised',
  ],
  [
    'two kinds in one',
    'a.docx',
    zipOf([
      ...officeParts('docx', {
        types: `<Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.spreadsheetml.sheet.main+xml"/>`,
      }),
      { name: 'xl/workbook.xml' },
    ]),
    'not-recognised',
  ],
  ['a docx with macros', 'a.docx', withPart({ name: 'word/vbaProject.bin' }), 'macros'],
  ['macros in capitals', 'a.docx', withPart({ name: 'WORD/VBAPROJECT.BIN' }), 'macros'],
  [
    'macros by their content type',
    'a.docx',
    office('docx', {
      types:
        '<Override PartName="/a" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
    }),
    'macros',
  ],
  [
    'an ODT with Basic',
    'a.odt',
    openDocument('text', [{ name: 'Basic/Standard/Module1.xml' }]),
    'macros',
  ],
  [
    'an ODT with Python',
    'a.odt',
    openDocument('text', [{ name: 'Scripts/python/a.py' }]),
    'macros',
  ],
  ['an OpenDocument template', 'a.ott', openDocument('text-template'), 'not-recognised'],
  ['an encrypted entry', 'a.docx', withPart({ name: 'a', says: { flags: 1 } }), 'encrypted'],
  [
    'entities in its contents',
    'a.docx',
    office('docx', { types: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' }),
    'unsafe-archive',
  ],
  [
    'entities in its main part',
    'a.docx',
    office('docx', { xml: '<!DOCTYPE lolz [<!ENTITY a "aa">]>' }),
    'unsafe-archive',
  ],
  [
    'a bomb: 3 GB by its header',
    'a.xlsx',
    withPart({ name: 'a', says: { size: 3_000_000_000 } }),
    'unsafe-archive',
  ],
  ['a bomb: 3 MB of zeros', 'a.xlsx', withPart({ name: 'a', content: ZEROS }), 'unsafe-archive'],
  [
    '501 MB in a larger file',
    'a.docx',
    withPart({
      name: 'a',
      content: Buffer.concat(Array.from({ length: 500 }, () => noise)),
      stored: true,
      says: { method: 8, size: 525_000_000 },
    }),
    'unsafe-archive',
  ],
  ['5,001 entries', 'a.docx', zipOf([...officeParts('docx'), ...many(4_999)]), 'unsafe-archive'],
  [
    'a link',
    'a.docx',
    withPart({ name: 'a', content: '/etc/passwd', says: { mode: 0o120777 } }),
    'unsafe-archive',
  ],
  ['a device', 'a.docx', withPart({ name: 'a', says: { mode: 0o020666 } }), 'unsafe-archive'],
  ['another method', 'a.docx', withPart({ name: 'a', says: { method: 12 } }), 'unsafe-archive'],
  ...[
    '../a',
    'word/../../a',
    '/etc/passwd',
    'C:/a',
    'c:a',
    '..\\a',
    'a\0b',
    'a\nb',
    'x'.repeat(501),
  ].map(
    (name) =>
      [
        `an entry named ${JSON.stringify(name.slice(0, 20))}`,
        'a.docx',
        withPart({ name }),
        'unsafe-archive',
      ] as const,
  ),
  [
    'parts named with back-slashes',
    'a.docx',
    withPart({ name: 'word\\media\\image1.png' }),
    'backslash-names',
  ],
  ['one name twice', 'a.docx', withPart({ name: 'Word/Document.xml' }), 'unsafe-archive'],
  [
    'overlapping entries',
    'a.docx',
    withPart({ name: 'a', content: 'x', says: { offset: 0 } }),
    'unsafe-archive',
  ],
  [
    'an entry reaching into the directory',
    'a.docx',
    withPart({ name: 'a', content: 'x', says: { compressed: 5_000 } }),
    'unsafe-archive',
  ],
  [
    'a stored entry of two sizes',
    'a.docx',
    withPart({ name: 'a', content: 'x', stored: true, says: { size: 9 } }),
    'broken',
  ],
  ['no end record', 'a.docx', office('docx').subarray(0, -22), 'broken'],
  [
    'an empty archive',
    'a.docx',
    Buffer.concat([Buffer.from('PK\x03\x04'), zipOf([], { directoryOffset: 4 })]),
    'broken',
  ],
  [
    'bytes hidden before the end record',
    'a.docx',
    zipOf(officeParts('docx'), { gap: Buffer.from('<html>') }),
    'broken',
  ],
  [
    'bytes after the archive',
    'a.docx',
    Buffer.concat([office('docx'), Buffer.from('<html>')]),
    'broken',
  ],
  ['more entries than there are', 'a.docx', zipOf(officeParts('docx'), { entries: 9 }), 'broken'],
  ['fewer entries than there are', 'a.docx', zipOf(officeParts('docx'), { entries: 1 }), 'broken'],
  [
    'zip64',
    'a.docx',
    zipOf(officeParts('docx'), { entries: 0xffff, directoryOffset: 0xffffffff }),
    'broken',
  ],
];

/** Each accepted file: the name it comes under, its bytes, and the name and type it is kept with. */
export const ACCEPTED: readonly (readonly [string, Buffer, string, string])[] = [
  ['plan.pdf', PDF, 'plan.pdf', 'application/pdf'],
  ['plan.exe', PDF, 'plan.exe.pdf', 'application/pdf'],
  ['Plan v1.2', PDF, 'Plan v1.2.pdf', 'application/pdf'],
  [
    'page.html',
    Buffer.concat([PDF, Buffer.from('<html><script>alert(1)</script>')]),
    'page.html.pdf',
    'application/pdf',
  ],
  [
    'both.pdf',
    Buffer.concat([PDF, office('docx').subarray(0, 400), Buffer.from('%%EOF')]),
    'both.pdf',
    'application/pdf',
  ],
  ['photo.JPEG', jpeg(4_000, 3_000), 'photo.JPEG', 'image/jpeg'],
  ['photo.png', Buffer.concat([jpeg(1, 1), office('docx')]), 'photo.png.jpg', 'image/jpeg'],
  ['chart.png', png(20_000, 5_000), 'chart.png', 'image/png'],
  ['report.docx', office('docx'), 'report.docx', `${OFFICE}.wordprocessingml.document`],
  ['counts.xlsx', office('xlsx'), 'counts.xlsx', `${OFFICE}.spreadsheetml.sheet`],
  ['talk.pptx', office('pptx'), 'talk.pptx', `${OFFICE}.presentationml.presentation`],
  ['talk.zip', office('pptx'), 'talk.zip.pptx', `${OFFICE}.presentationml.presentation`],
  [
    'a.odt',
    openDocument('text', [{ name: 'Basic/Standard/script-lb.xml' }]),
    'a.odt',
    'application/vnd.oasis.opendocument.text',
  ],
  ['a.ods', openDocument('spreadsheet'), 'a.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  [
    'a.odp',
    openDocument('presentation'),
    'a.odp',
    'application/vnd.oasis.opendocument.presentation',
  ],
  [
    'html inside.docx',
    office('docx', { more: [{ name: 'word/a.html', content: '<script>' }] }),
    'html inside.docx',
    `${OFFICE}.wordprocessingml.document`,
  ],
  ['staff.csv', Buffer.from('\uFEFFband,people\r\n8a,"12"\r\n=1+1,2\r\n'), 'staff.csv', 'text/csv'],
  ['notes.md', Buffer.from('# Siân — 1 < 2\n\n\t指导 👍🏽'), 'notes.md.txt', 'text/plain'],
  ['eicar.com', Buffer.from(EICAR), 'eicar.com.txt', 'text/plain'],
  ['long.txt', Buffer.from('é'.repeat(50_001)), 'long.txt', 'text/plain'],
  ['less.txt', Buffer.from(`${'x'.repeat(65_536)}< less`), 'less.txt', 'text/plain'],
];
