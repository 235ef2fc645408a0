// The text of an assessment file, YAML or JSON, as its data; every mistake is told with its line.
import {
  type Document,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import {
  anchorOffset,
  controlIn,
  deepLine,
  SECOND_DOCUMENT,
} from '#app/adapters/charter-files/yaml-file.ts';
import { utf8Text } from '#app/adapters/evidence-files/utf8-text.ts';
import { unmarkedData } from '#app/domain/charter/translation/marked.ts';
import { misfitText } from '#words/kit/address-words.ts';
import { shapeMisfit } from '#words/kit/shape-misfit.ts';
import { type AssessmentFile, readAssessmentFile } from '#app/domain/formats/assessment-file.ts';
import { CommandFailure, EXIT } from './output.ts';

export type ReadAssessment = {
  readonly data: AssessmentFile;
  /** `file:line:column` of what stands behind these keys, or of the nearest that is there. */
  readonly place: (keys: readonly PropertyKey[]) => string;
};

/** The data of an assessment file; a failure lists every mistake of one kind as file:line:column. */
export function assessmentText(file: string, bytes: Uint8Array): ReadAssessment {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(1, line)}:${Math.max(1, col)}`;
  };
  const text = textOf(file, bytes);
  const document = parsed(file, text, lines);
  const syntax = [...document.errors, ...document.warnings].slice(0, 30);
  refuseIf(
    syntax.map(
      (e) => `${at(e.pos[0])}: syntax ${e.code === 'MULTIPLE_DOCS' ? SECOND_DOCUMENT : e.message}`,
    ),
  );
  // Most files have no such sign anywhere, and need not be gone through.
  const aliases = /[&*]/.test(text) ? aliasesIn(document, text) : [];
  refuseIf(aliases.map((offset) => `${at(offset)}: ${NO_ALIASES}`));
  // Such a key would be no entry of what is read, and what stands behind it would be lost unseen.
  const entries = /__proto__|\\/.test(text) ? keysIn(document) : [];
  const reaching = entries.filter(({ value }) => value === '__proto__');
  refuseIf(reaching.map(({ range }) => `${at(range?.[0] ?? 0)}: "__proto__" is never a key here`));
  const place = (keys: readonly PropertyKey[]): string => {
    const node = document.getIn(keys, true);
    if (isNode(node)) return at(node.range?.[0] ?? 0);
    return keys.length === 0 ? at(0) : place(keys.slice(0, -1));
  };
  const read = readAssessmentFile(unmarkedData(document.toJS({ maxAliasCount: 0 })), shapeMisfit);
  if (read.ok) return { data: read.value, place };
  throw failure(
    read.problem.map((i) =>
      // The whole of a file has no keys that lead to it.
      [place(i.path), i.path.join('.'), misfitText(i)].filter(Boolean).join(': '),
    ),
  );
}

const NO_ALIASES =
  'anchors (&) and aliases (*) are not used in assessments, because a few of them can stand for millions of lines; write the text out where it is meant';

function textOf(file: string, bytes: Uint8Array): string {
  const read = utf8Text(bytes);
  if ('line' in read) {
    const how = 'open it in a text editor and save it with the encoding UTF-8';
    throw failure([`${file}:${read.line}:1: this line is not UTF-8; ${how}`]);
  }
  const control = controlIn(read.text);
  if (control !== null)
    throw failure([`${file}:${control.line}:${control.column}: ${control.message}`]);
  const deep = deepLine(read.text);
  if (deep === null) return read.text;
  throw failure([`${file}:${deep}:1: nested deeper than any assessment needs`]);
}

function parsed(file: string, text: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text, {
      schema: 'core',
      uniqueKeys: true,
      lineCounter,
      prettyErrors: false,
      // The parser tells of a second document unless it is silent.
      logLevel: 'error',
    });
  } catch (error) {
    // Named recovery: the parser recurses, and a hostile file can exhaust the stack.
    if (!(error instanceof RangeError)) throw error;
    throw failure([`${file}:1:1: nested too deeply to be read`]);
  }
}

/** Where an anchor or an alias stands. */
function aliasesIn(document: Document, text: string): readonly number[] {
  const found: number[] = [];
  visit(document, {
    Node: (_, node) => {
      const offset = anchorOffset(node, text);
      if (offset !== null) found.push(offset);
    },
  });
  return found;
}

function keysIn(document: Document): readonly Scalar[] {
  const found: Scalar[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key)) found.push(key);
    },
  });
  return found;
}

function refuseIf(messages: readonly string[]): void {
  if (messages.length > 0) throw failure(messages);
}

function failure(messages: readonly string[]): CommandFailure {
  return new CommandFailure(EXIT.findings, messages.join('\n'));
}
