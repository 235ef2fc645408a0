// The tags and texts of XML that may be of any program, in order and without a tree: comments, processing
// instructions and CDATA read as XML says, names with their namespaces. Damaged XML is read as far as it goes.
import { withoutReferences } from './xml-decode.ts';

export type XmlTag = {
  readonly kind: 'open' | 'close';
  /** Its name without prefix. */
  readonly name: string;
  /** Its namespace; '' where its prefix is bound to none. */
  readonly space: string;
  /** What stands inside the tag after its name. */
  readonly inside: string;
  /** The namespaces of its prefixes. */
  readonly scope: ReadonlyMap<string, string>;
};
export type XmlText = { readonly kind: 'text'; readonly raw: string; readonly isPlain: boolean };

type Scope = ReadonlyMap<string, string>;
export type XmlAttribute = {
  readonly prefix: string;
  readonly name: string;
  readonly value: string;
};

const COMMENT = ['<!--', '-->'] as const;
const CDATA = ['<![CDATA[', ']]>'] as const;
const INSTRUCTION = ['<?', '?>'] as const;
const DECLARATION = ['<!', '>'] as const;
const PASSAGES = [COMMENT, CDATA, INSTRUCTION, DECLARATION];

/** Every tag and text. A tag that closes itself is an opening and a closing one. */
export function* xmlTokens(xml: string): Generator<XmlTag | XmlText> {
  const scopes: Scope[] = [new Map()];
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    const text = xml.slice(at, start < 0 ? xml.length : start);
    if (text !== '') yield { kind: 'text', raw: text, isPlain: true };
    if (start < 0) return;
    const passage = PASSAGES.find(([beginning]) => xml.startsWith(beginning, start));
    if (passage !== undefined) {
      const from = start + passage[0].length;
      const end = xml.indexOf(passage[1], from);
      if (passage === CDATA) {
        yield { kind: 'text', raw: xml.slice(from, end < 0 ? xml.length : end), isPlain: false };
      }
      at = end < 0 ? xml.length : end + passage[1].length;
      continue;
    }
    const end = endOfTag(xml, start + 1);
    yield* tagsIn(xml.slice(start + 1, end), scopes);
    at = end + 1;
  }
}

function* tagsIn(written: string, scopes: Scope[]): Generator<XmlTag> {
  const scope = scopes.at(-1) ?? new Map<string, string>();
  if (written.startsWith('/')) {
    if (scopes.length > 1) scopes.pop();
    yield { kind: 'close', ...named(written.slice(1), scope) };
    return;
  }
  const isEmpty = written.endsWith('/');
  const tag = named(isEmpty ? written.slice(0, -1) : written, scope);
  yield { kind: 'open', ...tag };
  if (isEmpty) yield { kind: 'close', ...tag };
  else scopes.push(tag.scope);
}

/** The name in its namespace, with the namespaces that the tag itself declares. */
function named(body: string, outer: Scope): Omit<XmlTag, 'kind'> {
  const length = body.search(/\s/);
  const full = length < 0 ? body : body.slice(0, length);
  const inside = length < 0 ? '' : body.slice(length);
  const scope = scopeIn(inside, outer);
  const colon = full.indexOf(':');
  const space = scope.get(colon < 0 ? '' : full.slice(0, colon)) ?? '';
  return { name: full.slice(colon + 1), space, inside, scope };
}

function scopeIn(inside: string, outer: Scope): Scope {
  if (!inside.includes('xmlns')) return outer;
  const scope = new Map(outer);
  for (const { prefix, name, value } of attributesIn(inside)) {
    if (prefix === 'xmlns') scope.set(name, value);
    else if (prefix === '' && name === 'xmlns') scope.set('', value);
  }
  return scope;
}

/** The place of the sign that ends the tag; one inside a value in quotes ends nothing. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml[at];
    if (sign === '>') return at;
    if (sign === '"' || sign === "'") {
      const closing = xml.indexOf(sign, at + 1);
      if (closing < 0) return xml.length;
      at = closing;
    }
  }
  return xml.length;
}

/** The attributes of a tag, each with its prefix and its value with character references read. */
export function attributesIn(inside: string): readonly XmlAttribute[] {
  const found = inside.matchAll(/(?:([^\s=:"'/]+):)?([^\s=:"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return [...found].map(([, prefix = '', name = '', double, single]) => ({
    prefix,
    name,
    value: withoutReferences(double ?? single ?? ''),
  }));
}

/** The value of an attribute without prefix. */
export function bareValue({ inside }: XmlTag, name: string): string | undefined {
  return attributesIn(inside).find((one) => one.prefix === '' && one.name === name)?.value;
}

/** The values of the attributes of this name, whatever their prefix. */
export function valuesOf({ inside }: XmlTag, name: string): readonly string[] {
  return attributesIn(inside)
    .filter((one) => one.name === name)
    .map(({ value }) => value);
}

/** The words of a text. */
export function wordsOf({ raw, isPlain }: XmlText): string {
  return isPlain ? withoutReferences(raw) : raw;
}

/** The opening tags. */
export function* openTags(xml: string): Generator<XmlTag> {
  for (const token of xmlTokens(xml)) if (token.kind === 'open') yield token;
}
