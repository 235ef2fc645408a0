// How much an XML text holds and how deep it goes, in one pass and without a tree: asked before a tree is
// made of it, because a tree of a hostile text takes gigabytes or the whole stack.

export type XmlShape = {
  /** Opening and empty tags. */
  readonly elements: number;
  /** Elements inside each other at the deepest place. */
  readonly depth: number;
};

/** Its size, as far as its tags can be told apart; a text that is no XML gets some size, too. */
export function xmlShape(text: string): XmlShape {
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const skipped = afterPassage(text, at);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    const end = endOfTag(text, at + 1);
    if (text[at + 1] === '/') depth -= 1;
    else {
      elements += 1;
      deepest = Math.max(deepest, depth + 1);
      if (text[end - 1] !== '/') depth += 1;
    }
    at = end;
  }
  return { elements, depth: deepest };
}

/** Passages in which a tag is no tag, by how they begin and end. */
const PASSAGES: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

/** Where the text goes on after a comment or the like; null where none begins here. */
function afterPassage(text: string, at: number): number | null {
  const sign = text[at + 1];
  if (sign !== '!' && sign !== '?') return null;
  const passage = PASSAGES.find(([beginning]) => text.startsWith(beginning, at));
  if (passage === undefined) return null;
  const [beginning, ending] = passage;
  const end = text.indexOf(ending, at + beginning.length);
  return end < 0 ? text.length : end + ending.length;
}

/** The place of the sign that ends the tag; one inside a value in quotes ends nothing. */
function endOfTag(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '>') {
    const sign = text[at];
    if (sign === '"' || sign === "'") {
      const closing = text.indexOf(sign, at + 1);
      if (closing < 0) return text.length;
      at = closing;
    }
    at += 1;
  }
  return at;
}
