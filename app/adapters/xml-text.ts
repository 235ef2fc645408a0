// Text inside the XML of office files: what XML cannot hold is written as _xHHHH_, as spreadsheets do,
// so that every text comes back as it was.
import { parseXml, type XmlElement } from '@rgrove/parse-xml';

const NOT_IN_XML =
  // They are what it looks for.
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0B\x0C\x0D-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** The text for a cell: whatever it holds, the XML stays whole. */
export function cellXml(text: string): string {
  return plainXml(
    text.replaceAll(
      NOT_IN_XML,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    ),
  );
}

/** The text of a cell from its XML. */
export function cellText(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Text with the five signs of XML escaped. */
export function plainXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The root of an XML part; null where it is not whole, or declares a type or entities of its own. */
export function xmlRoot(bytes: Uint8Array): XmlElement | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /<!(?:DOCTYPE|ENTITY)/i.test(text) ? null : parseXml(text).root;
  } catch {
    // Named recovery: not UTF-8, not XML, or an entity that nobody may declare.
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
