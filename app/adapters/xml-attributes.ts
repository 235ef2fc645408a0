// Tags and attributes of XML that may be of any program: by their names without prefix, with character
// references read. For looking through files without making a tree of them.

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The text with its character references read. */
export function withoutReferences(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex, digits, name) => {
      if (name !== undefined) return ENTITIES[String(name)] ?? whole;
      const code = hex === undefined ? Number(digits) : Number.parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The attributes of the tags of this name, by their own names without prefix, one set for each tag. */
export function* tagsNamed(xml: string, name: string): Generator<ReadonlyMap<string, string>> {
  const tags = new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])([^<>]*)`, 'g');
  for (const [, inside = ''] of xml.matchAll(tags)) yield attributesOf(inside);
}

/** The attributes inside a tag, by their names without prefix. */
export function attributesOf(inside: string): ReadonlyMap<string, string> {
  const found = inside.matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(
    [...found].map(([, name = '', double, single]) => [
      name,
      withoutReferences(double ?? single ?? ''),
    ]),
  );
}

/** Whether the text has a tag of one of these names (`a|b`). */
export function hasTag(xml: string, names: string): boolean {
  return new RegExp(`<(?:[\\w.-]+:)?(?:${names})(?=[\\s/>])`).test(xml);
}

/** The XML as text, whichever of the encodings it is in that office programs read; null = another. */
export function xmlText(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return swapped(bytes.subarray(2));
  if (bytes[0] === 0x3c && bytes[1] === 0) return bytes.toString('utf16le');
  if (bytes[0] === 0 && bytes[1] === 0x3c) return swapped(bytes);
  const declared = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/i.exec(
    bytes.toString('latin1', 0, 200),
  )?.[1];
  const known =
    declared === undefined || /^(?:utf-?8|us-ascii|iso-8859-1|windows-125\d)$/i.test(declared);
  return known ? bytes.toString('utf8') : null;
}

function swapped(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString('utf16le');
}
