// Looks through every part of an office file for what acts by itself or is fetched from elsewhere: macros,
// DDE, embedded objects, controls, remote templates and pictures. By content, whatever a part is called.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { bytesIn } from './byte-source.ts';
import { officeKind } from './office-kind.ts';
import { openDocumentProblem } from './open-document-contents.ts';
import { partNamed, relationProblem, relationsIn, sourceOfRelations } from './office-relations.ts';
import { isRemote } from './remote-address.ts';
import { fieldProblem } from './word-fields.ts';
import { hasTag, tagsNamed, xmlText } from './xml-attributes.ts';
import { type ZipEntry, zipEntries } from './zip-directory.ts';
import { unpacked } from './zip-parts.ts';

type Reason = KindProblem['reason'];

/** A chart's workbook may have a chart of its own; nobody goes deeper. */
const MOST_DEEP = 3;
const MOST_PART = 200 * 1024 * 1024;
/** A part larger than this is searched as bytes: only the cells of large workbooks are. */
const MOST_TEXT = 48 * 1024 * 1024;
const PROGRAMS = ['MZ', '\x7fELF', '\xcf\xfa\xed\xfe', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'];

/** Why an office file is not kept; null = nothing was found. */
export async function officeProblem(archive: Buffer, depth = 0): Promise<Reason | null> {
  const entries = await zipEntries(bytesIn(archive));
  if (!entries.ok) return entries.problem;
  const file: Package = { archive, entries: entries.value, charted: new Set<string>(), depth };
  // Relations first: they say which workbooks are those of charts.
  const [relations, others] = [true, false].map((wanted) =>
    entries.value.filter(({ name }) => /\.rels$/i.test(name) === wanted),
  );
  for (const entry of [...(relations ?? []), ...(others ?? [])]) {
    const problem = await partProblem(file, entry);
    if (problem !== null) return problem;
  }
  return null;
}

type Package = {
  readonly archive: Buffer;
  readonly entries: readonly ZipEntry[];
  /** Names of workbooks that charts refer to, in lower case. */
  readonly charted: Set<string>;
  readonly depth: number;
};

async function partProblem(from: Package, entry: ZipEntry): Promise<Reason | null> {
  if (entry.size > MOST_PART) return 'not-looked-through';
  const bytes = unpacked(from.archive, entry);
  if (bytes === null) return 'broken';
  const beginning = bytes.toString('latin1', 0, 8);
  if (PROGRAMS.some((signature) => beginning.startsWith(signature))) return 'embedded-object';
  if (beginning.startsWith('PK\x03\x04')) {
    return from.charted.has(entry.name.toLowerCase())
      ? workbookProblem(bytes, from.depth + 1)
      : 'embedded-object';
  }
  if (/\.rels$/i.test(entry.name)) return relationsProblem(from, entry.name, bytes);
  return looksLikeXml(bytes) ? xmlProblem(bytes) : null;
}

/** The workbook behind a chart is looked at as an upload of its own. */
async function workbookProblem(bytes: Buffer, depth: number): Promise<Reason | null> {
  if (depth > MOST_DEEP) return 'not-looked-through';
  const kind = await officeKind(bytesIn(bytes));
  if (!kind.ok) return kind.problem;
  return kind.value.id === 'xlsx' ? officeProblem(bytes, depth) : 'embedded-object';
}

function relationsProblem(from: Package, name: string, bytes: Buffer): Reason | null {
  const xml = xmlText(bytes);
  if (xml === null) return 'not-looked-through';
  const source = sourceOfRelations(name);
  for (const relation of relationsIn(xml)) {
    const problem = relationProblem(relation);
    const charted = relation.type === 'package' && !relation.external && isChart(from, source);
    if (charted) from.charted.add(partNamed(source, relation.target));
    else if (problem !== null) return problem;
  }
  return null;
}

function isChart({ archive, entries }: Package, source: string): boolean {
  const entry = entries.find(({ name }) => name.toLowerCase() === source);
  const bytes = entry === undefined || entry.size > MOST_TEXT ? null : unpacked(archive, entry);
  const xml = bytes === null ? null : xmlText(bytes);
  const [root] = /<[a-z][^\s/>]*/i.exec(xml ?? '') ?? [''];
  return /^<(?:[\w.-]+:)?chartSpace$/.test(root);
}

function looksLikeXml(bytes: Buffer): boolean {
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(bytes.toString('latin1', 0, 64));
}

const SIGNS_OF_MACROS =
  /<(?:[\w.-]+:)?macrosheet(?=[\s/>])|macrosheet\+xml|vnd\.sun\.star\.script:/i;
const DDE_FORMULA = /<(?:[\w.-]+:)?f(?:\s[^<>]*)?>\s*=?[-+@]*(?:DDE\(|[\w.]+\|(?:'|&apos;|&#39;))/i;

function xmlProblem(bytes: Buffer): Reason | null {
  if (bytes.length > MOST_TEXT) return cellsProblem(bytes);
  const xml = xmlText(bytes);
  if (xml === null) return 'not-looked-through';
  if (/<!ENTITY/i.test(xml)) return 'unsafe-archive';
  if (SIGNS_OF_MACROS.test(xml)) return /macrosheet/i.test(xml) ? 'macro-sheets' : 'macros';
  if (hasTag(xml, 'ddeLink') || DDE_FORMULA.test(xml)) return 'dde';
  if (hasTag(xml, 'oleLink')) return 'embedded-object';
  if (hasTag(xml, 'ocx')) return 'activex';
  if (/ppaction:\/\/(?:program|macro)/i.test(xml)) return 'launch';
  return fieldProblem(xml) ?? drawnProblem(xml) ?? openDocumentProblem(xml);
}

/** VML names pictures by their addresses, without a relation. */
function drawnProblem(xml: string): Reason | null {
  for (const name of ['imagedata', 'fill', 'stroke', 'image']) {
    for (const attributes of tagsNamed(xml, name)) {
      if (isRemote(attributes.get('src') ?? '')) return 'remote-content';
    }
  }
  return null;
}

/** Cells beyond what is made a text of: in them only a formula could call another program. */
function cellsProblem(bytes: Buffer): Reason | null {
  const [root] = /<[a-z][^\s/>]*/i.exec(bytes.toString('latin1', 0, 2_000)) ?? [''];
  if (!/^<(?:[\w.-]+:)?(?:worksheet|sst|pivotCacheRecords)$/.test(root))
    return 'not-looked-through';
  for (const sign of ['DDE(', "|'", '|&apos;', '|&#39;']) {
    for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + 1)) {
      if (DDE_FORMULA.test(bytes.toString('latin1', Math.max(0, at - 300), at + 10))) return 'dde';
    }
  }
  return null;
}
