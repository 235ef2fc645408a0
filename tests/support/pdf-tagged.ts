// The text of a tagged PDF as a reader of its tags gets it: the glyphs of each structure element, in the
// order of the tree, joined with nothing in between. So a space that the file lacks is missing here too.
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

export type TaggedText = { readonly role: string; readonly text: string };

/** A text of one language, as the tags around it say; null = that of the document. */
export type SpokenText = { readonly lang: string | null; readonly text: string };

/** Each element that has text of its own, page by page, with the text of the elements inside it. */
export async function taggedText(bytes: Uint8Array): Promise<readonly TaggedText[]> {
  return (await treesOf(bytes)).flatMap(({ tree, texts }) => textsOf(tree, texts));
}

/** Every piece of text that is tagged, in the order of the tree, with its language. */
export async function spokenText(bytes: Uint8Array): Promise<readonly SpokenText[]> {
  return (await treesOf(bytes)).flatMap(({ tree, texts }) => spokenBelow(tree, texts, null));
}

function spokenBelow(
  node: unknown,
  texts: ReadonlyMap<number, string>,
  around: string | null,
): readonly SpokenText[] {
  const content = contentOf(node);
  if (content !== null) return [{ lang: around, text: texts.get(content) ?? '' }];
  if (typeof node !== 'object' || node === null || !('children' in node)) return [];
  const lang = 'lang' in node && typeof node.lang === 'string' ? node.lang : around;
  const children: readonly unknown[] = Array.isArray(node.children) ? node.children : [];
  return children.flatMap((child) => spokenBelow(child, texts, lang));
}

/** The tree of tags of each page, and the text of each piece of content in it. */
async function treesOf(bytes: Uint8Array) {
  const { OPS } = await getResolvedPDFJS();
  const document = await getDocumentProxy(bytes.slice());
  const found: { readonly tree: unknown; readonly texts: ReadonlyMap<number, string> }[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const texts = new Map<number, string>();
    const open: (number | null)[] = [];
    fnArray.forEach((operator, index) => {
      const args: readonly unknown[] = argsArray[index] ?? [];
      if (operator === OPS.beginMarkedContentProps) {
        open.push(typeof args[1] === 'number' ? args[1] : null);
      }
      if (operator === OPS.beginMarkedContent) open.push(null);
      if (operator === OPS.endMarkedContent) open.pop();
      const content = open.at(-1) ?? null;
      if (operator !== OPS.showText || content === null) return;
      texts.set(content, (texts.get(content) ?? '') + shown(args[0]));
    });
    const tree: unknown = await page.getStructTree();
    found.push({ tree, texts });
    page.cleanup();
  }
  return found;
}

/** Glyphs stand among numbers that move them. */
function shown(glyphs: unknown): string {
  if (!Array.isArray(glyphs)) return '';
  return glyphs
    .map((glyph: unknown) =>
      typeof glyph === 'object' && glyph !== null && 'unicode' in glyph
        ? String(glyph.unicode)
        : '',
    )
    .join('');
}

function textsOf(node: unknown, texts: ReadonlyMap<number, string>): readonly TaggedText[] {
  if (typeof node !== 'object' || node === null || !('children' in node)) return [];
  const children: readonly unknown[] = Array.isArray(node.children) ? node.children : [];
  const role = 'role' in node ? String(node.role) : '';
  const own = children.some((child) => contentOf(child) !== null);
  if (own) return [{ role, text: wholeText(node, texts) }];
  return children.flatMap((child) => textsOf(child, texts));
}

function wholeText(node: unknown, texts: ReadonlyMap<number, string>): string {
  const content = contentOf(node);
  if (content !== null) return texts.get(content) ?? '';
  if (typeof node !== 'object' || node === null || !('children' in node)) return '';
  if (!Array.isArray(node.children)) return '';
  return node.children.map((child: unknown) => wholeText(child, texts)).join('');
}

function contentOf(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('id' in node)) return null;
  const number = /_mc(\d+)$/.exec(String(node.id))?.[1];
  return number === undefined ? null : Number(number);
}
