// What spreadsheets and documents have in common as files ([ECMA-376] part 2): a zip of parts, with a list of
// their types and of what is related to what. The same parts give the same bytes.
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { cellXml } from './xml-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The names of relations that one part has to another. */
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const CORE = 'application/vnd.openxmlformats-package.core-properties+xml';
/** The earliest day that a zip can name, so that nothing depends on the clock. */
const AT = new Date(1980, 0, 1);

/** A part: its place in the file, what it is in the words of its office program, and its XML. */
type Part = { readonly name: string; readonly type: string; readonly xml: string };

type OfficePackage = {
  /** What the file says of itself. */
  readonly about: About;
  /** The part that the file is about stands first. */
  readonly parts: readonly [Part, ...Part[]];
  /** What the first part is related to: kind and place beside it. */
  readonly related: readonly Relation[];
};

type About = {
  readonly title: string;
  readonly creator?: string;
  readonly description?: string;
};

type Relation = readonly [kind: string, target: string];

/** The bytes of the file. */
export async function officeFile({ about, parts, related }: OfficePackage): Promise<Uint8Array> {
  const [main] = parts;
  const zip = new ZipFile();
  const add = (name: string, xml: string) => {
    zip.addBuffer(Buffer.from(HEAD + xml), name, { mtime: AT, forceDosTimestamp: true });
  };
  add('[Content_Types].xml', contentTypes(parts));
  add(
    '_rels/.rels',
    relations([
      ['officeDocument', main.name],
      [METADATA, 'docProps/core.xml'],
    ]),
  );
  add('docProps/core.xml', coreProperties(about));
  add(main.name.replace(/([^/]*)$/, '_rels/$1.rels'), relations(related));
  for (const { name, xml } of parts) add(name, xml);
  zip.end();
  return new Uint8Array(await buffer(Readable.from(zip.outputStream)));
}

const METADATA = 'metadata/core-properties';

function contentTypes(parts: readonly Part[]): string {
  const types: readonly (readonly [string, string])[] = [
    ...parts.map(({ name, type }) => [name, `${OFFICE}.${type}+xml`] as const),
    ['docProps/core.xml', CORE],
  ];
  const each = types.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${each.join('')}</Types>`;
}

function relations(targets: readonly Relation[]): string {
  const each = targets.map(([kind, target], index) => {
    const base = kind === METADATA ? `${PACKAGE}/relationships` : RELATIONS;
    return `<Relationship Id="rId${index + 1}" Type="${base}/${kind}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function coreProperties({ title, creator, description }: About): string {
  const of = (name: string, text: string | undefined) =>
    text === undefined ? '' : `<dc:${name}>${cellXml(text)}</dc:${name}>`;
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${of('title', title)}${of('creator', creator)}${of('description', description)}<dc:language>en-GB</dc:language></cp:coreProperties>`;
}
