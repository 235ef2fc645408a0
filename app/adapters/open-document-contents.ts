// What an OpenDocument part must not hold: DDE, objects of other programs, plug-ins, and what is fetched
// from elsewhere when the file opens.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { isRemote } from './remote-address.ts';
import { hasTag, tagsNamed } from './xml-attributes.ts';

type Reason = KindProblem['reason'];

/** Elements whose address is fetched by itself; links of text and of pictures wait for a click. */
const FETCHED = [
  'section-source',
  'table-source',
  'cell-range-source',
  'floating-frame',
  'fill-image',
  'background-image',
  'database-source-table',
];

/** Why the part is refused; null = it may be. */
export function openDocumentProblem(xml: string): Reason | null {
  if (!xml.includes('urn:oasis:names:tc:opendocument')) return null;
  if (hasTag(xml, 'dde-source|dde-connection|dde-connection-decl|dde-link')) return 'dde';
  if (/formula\s*=\s*["'](?:[\w.]+:)?=[^"']{0,200}\bDDE\(/i.test(xml)) return 'dde';
  if (hasTag(xml, 'object-ole|applet|plugin')) return 'embedded-object';
  const drawn = /<draw:(?:image|object)(?=[\s/>])([^<>]*)/g;
  const addresses = [
    ...[...xml.matchAll(drawn)].map(
      ([, inside = '']) => /xlink:href\s*=\s*["']([^"']*)/.exec(inside)?.[1],
    ),
    ...FETCHED.flatMap((name) => [...tagsNamed(xml, name)].map((one) => one.get('href'))),
  ];
  if (addresses.some((address) => isRemote(address ?? ''))) return 'remote-content';
  const templates = [...tagsNamed(xml, 'template')].map((one) => one.get('href'));
  return templates.some((address) => isRemote(address ?? '')) ? 'remote-template' : null;
}
