// Looks through every part of an office file for what acts by itself or is fetched from elsewhere: macros,
// DDE, embedded objects, controls, remote templates and pictures. By content, whatever a part is called.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { bytesIn } from '#app/adapters/backup/byte-source.ts';
import { officeKind } from './office-kind.ts';
import { callsProgram } from './dde-formula.ts';
import { isOpenDocument, openDocumentProblem } from './open-document-contents.ts';
import { partNamed, relationProblem, relationsIn, sourceOfRelations } from './office-relations.ts';
import { isRemote } from './remote-address.ts';
import { wordFields } from './word-fields.ts';
import { withoutReferences, xmlText } from './xml-decode.ts';
import { openTags, valuesOf, wordsOf, type XmlTag, xmlTokens } from './xml-tokens.ts';
import { zipEntries } from './zip-directory.ts';
import { unpacked, type ZipEntry } from './zip-entry.ts';

type Reason = KindProblem['reason'];

/** A chart's workbook may have a chart of its own; nobody goes deeper. */
const MOST_DEEP = 3;
const MOST_PART = 200 * 1024 * 1024;
/** A part larger than this is searched as bytes: only the cells of large workbooks are. */
const MOST_TEXT = 48 * 1024 * 1024;
const MOST_PIECE = 8 * 1024 * 1024;
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
  return openTags(xml ?? '').next().value?.name === 'chartSpace';
}

function looksLikeXml(bytes: Buffer): boolean {
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(bytes.toString('latin1', 0, 64));
}

function xmlProblem(bytes: Buffer): Reason | null {
  if (bytes.length > MOST_TEXT) return cellsProblem(bytes);
  const xml = xmlText(bytes);
  if (xml === null) return 'not-looked-through';
  if (/<!ENTITY/i.test(xml)) return 'unsafe-archive';
  const fields = wordFields();
  let ofOpenDocument = false;
  for (const token of xmlTokens(xml)) {
    fields.take(token);
    if (token.kind !== 'open') continue;
    ofOpenDocument ||= token.inside.includes('xmlns') && isOpenDocument(token);
    const problem = tagProblem(token) ?? (ofOpenDocument ? openDocumentProblem(token) : null);
    if (problem !== null) return problem;
  }
  return fields.problem() ?? formulaProblem(xml);
}

const BY_NAME: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['macrosheet', 'macro-sheets'],
  ['ddeLink', 'dde'],
  ['oleLink', 'embedded-object'],
  ['ocx', 'activex'],
]);
/** VML names pictures by their addresses, without a relation. */
const DRAWN = new Set(['imagedata', 'fill', 'stroke', 'image']);

function tagProblem(tag: XmlTag): Reason | null {
  const named = BY_NAME.get(tag.name);
  if (named !== undefined) return named;
  if (tag.inside === '') return null;
  const inside = withoutReferences(tag.inside);
  if (/macrosheet\+xml/i.test(inside)) return 'macro-sheets';
  if (/vnd\.sun\.star\.script:/i.test(inside)) return 'macros';
  if (/ppaction:\/\/(?:program|macro)/i.test(inside)) return 'launch';
  return DRAWN.has(tag.name) && valuesOf(tag, 'src').some(isRemote) ? 'remote-content' : null;
}

/** Elements whose text is a formula. */
const FORMULAS = new Set(['f', 'formula', 'formula1', 'formula2', 'definedName']);

/** Fractions of Word have the same short name. */
function isSheet(space: string): boolean {
  return space === '' || /spreadsheetml|excel/i.test(space);
}

/** Without one of these in it no text holds such a formula, however it is written. */
const MAY_CALL = /\||dde|&#|<!|<\?(?!xml)/i;

function formulaProblem(xml: string): Reason | null {
  if (!MAY_CALL.test(xml)) return null;
  let formula: string | null = null;
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (formula !== null) formula += wordsOf(token);
    } else if (FORMULAS.has(token.name) && isSheet(token.space)) {
      if (formula !== null && callsProgram(formula)) return 'dde';
      formula = token.kind === 'open' ? '' : null;
    }
  }
  return formula !== null && callsProgram(formula) ? 'dde' : null;
}

/** Cells beyond what is made a text of: in them only a formula could call another program. */
function cellsProblem(bytes: Buffer): Reason | null {
  const [root] = [...openTags(bytes.toString('latin1', 0, 2_000))];
  if (root === undefined || !/^(?:worksheet|sst|pivotCacheRecords)$/.test(root.name)) {
    return 'not-looked-through';
  }
  // No program writes these among cells, and a piece of text could not be told from what is inside them.
  if (['<!', '<?'].some((sign) => bytes.includes(sign, 2_000))) return 'not-looked-through';
  for (let from = 0; from < bytes.length;) {
    const most = from + MOST_PIECE;
    const tag = most < bytes.length ? bytes.lastIndexOf('<', most) : bytes.length;
    const to = tag > from ? tag : Math.min(most, bytes.length);
    const problem = formulaProblem(bytes.toString('latin1', from, to));
    if (problem !== null) return problem;
    from = to;
  }
  return null;
}
