// Text inside the XML of office files: what XML cannot hold is written as _xHHHH_, as spreadsheets do,
// so that every text comes back as it was.
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import { markupText } from '#app/domain/markup-text.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { OfficeProblem } from '#app/domain/workbook.ts';
import { xmlShape } from './xml-shape.ts';

const NOT_IN_XML =
  // They are what it looks for.
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0B\x0C\x0D-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** The text for a cell: whatever it holds, the XML stays whole. */
export function cellXml(text: string): string {
  return markupText(
    text.replaceAll(
      NOT_IN_XML,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    ),
  );
}

/** The text of a cell from its XML, without signs that would make it a passage of a charter. */
export function cellText(text: string): string {
  const whole = text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return unmarked(whole);
}

/** How large a part may be before a tree is made of it. */
export type XmlLimits = { readonly elements: number; readonly depth: number };

/**
 * The root of an XML part. It is unreadable where it is not whole, or declares a type or entities of
 * its own; too much where it holds more than the limits.
 */
export function xmlRoot(bytes: Uint8Array, limits: XmlLimits): Result<XmlElement, OfficeProblem> {
  const text = utf8(bytes);
  if (text === null || /<!(?:DOCTYPE|ENTITY)/i.test(text)) return refused({ code: 'unreadable' });
  const { elements, depth } = xmlShape(text);
  if (elements > limits.elements) {
    return refused({ code: 'too-many', of: 'elements', most: limits.elements });
  }
  if (depth > limits.depth) return refused({ code: 'too-many', of: 'levels', most: limits.depth });
  try {
    const { root } = parseXml(text);
    return root === null ? refused({ code: 'unreadable' }) : ok(root);
  } catch {
    // Named recovery: no XML, or an entity that nobody may declare.
    return refused({ code: 'unreadable' });
  }
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Named recovery: not UTF-8.
    return null;
  }
}

/** The name without its prefix: prefixes differ from program to program. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The child elements, of one name where one is given. */
export function childrenOf(element: XmlElement | null, name?: string): readonly XmlElement[] {
  const elements = (element?.children ?? []).filter(
    (child): child is XmlElement => child.type === 'element',
  );
  return name === undefined ? elements : elements.filter((child) => localName(child) === name);
}

/** An attribute by its name without prefix. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  const found = Object.entries(element.attributes).find(
    ([key]) => key.slice(key.indexOf(':') + 1) === name,
  );
  return found?.[1];
}
