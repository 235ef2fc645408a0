// What the parts of a Microsoft office file are related to (the .rels of its package), and which of these
// relations a file of others must not have.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { isRemote } from './remote-address.ts';
import { bareValue, openTags } from './xml-tokens.ts';

type Reason = KindProblem['reason'];

export type Relation = {
  readonly id: string;
  /** The last word of its type, in lower case: `image`, `hyperlink`, `oleobject`. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
};

/** The relations in a .rels part. Attributes of other namespaces say nothing. */
export function relationsIn(xml: string): readonly Relation[] {
  return [...openTags(xml)]
    .filter(({ name }) => name === 'Relationship')
    .map((tag) => ({
      id: bareValue(tag, 'Id') ?? '',
      type: (bareValue(tag, 'Type') ?? '').split('/').at(-1)?.trim().toLowerCase() ?? '',
      target: bareValue(tag, 'Target') ?? '',
      external: bareValue(tag, 'TargetMode')?.trim().toLowerCase() === 'external',
    }));
}

/** The part that a .rels part speaks for, and where a target of it lies; all in lower case. */
export function sourceOfRelations(name: string): string {
  return name.toLowerCase().replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
}

/** The name of the part that a target names from its source. */
export function partNamed(source: string, target: string): string {
  const { pathname } = new URL(target.replaceAll('\\', '/'), `part:///${source}`);
  return decodeURI(pathname).replace(/^\/+/, '').toLowerCase();
}

const INSIDE: Readonly<Record<string, Reason>> = {
  oleobject: 'embedded-object',
  package: 'embedded-object',
  afchunk: 'embedded-object',
  control: 'activex',
  activexcontrol: 'activex',
  activexcontrolbinary: 'activex',
  xlmacrosheet: 'macro-sheets',
  xlintlmacrosheet: 'macro-sheets',
  vbaproject: 'macros',
};

/** Waits for a click, or for an answer to a question; everything else is fetched when the file opens. */
const WAITS = /^(?:hyperlink|externallink(?:path|long)?\w*|xl\w*pathmissing|video|audio|media)$/;

/** Why a relation is refused; null = it may be. A workbook of a chart is for the caller to allow. */
export function relationProblem({ type, target, external }: Relation): Reason | null {
  if (!external) return INSIDE[type] ?? null;
  if (WAITS.test(type) || !isRemote(target)) return null;
  return type === 'attachedtemplate' ? 'remote-template' : 'remote-content';
}
