// What an OpenDocument part must not hold: DDE, objects of other programs, plug-ins, and what is fetched
// from elsewhere when the file opens.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { callsProgram } from './dde-formula.ts';
import { isRemote } from './remote-address.ts';
import { attributesIn, valuesOf, type XmlTag } from './xml-tokens.ts';

type Reason = KindProblem['reason'];

/** Elements whose address is fetched by itself; links of text wait for a click. */
const FETCHED = new Set([
  'image',
  'object',
  'section-source',
  'table-source',
  'cell-range-source',
  'floating-frame',
  'fill-image',
  'background-image',
  'database-source-table',
]);
const DDE = /^dde-(?:source|connection|connection-decl|link)$/;
const OBJECTS = /^(?:object-ole|applet|plugin)$/;

/** Whether a part is OpenDocument's, by the namespaces of a tag. */
export function isOpenDocument({ scope }: XmlTag): boolean {
  return [...scope.values()].some((space) => space.startsWith('urn:oasis:names:tc:opendocument'));
}

/** Why the part with this tag is refused; null = it may be. */
export function openDocumentProblem(tag: XmlTag): Reason | null {
  if (DDE.test(tag.name)) return 'dde';
  if (OBJECTS.test(tag.name)) return 'embedded-object';
  if (/formula|condition|expression/.test(tag.inside)) {
    const formulas = attributesIn(tag.inside).filter(({ name }) =>
      /^(?:formula|condition|expression)$/.test(name),
    );
    if (formulas.some(({ value }) => callsProgram(value))) return 'dde';
  }
  if (tag.name !== 'template' && !FETCHED.has(tag.name)) return null;
  if (!valuesOf(tag, 'href').some(isRemote)) return null;
  return tag.name === 'template' ? 'remote-template' : 'remote-content';
}
