// Reads a PDF back: text by page, tags, metadata and outline through pdf.js, and the plain objects
// of the file, which our documents do not compress.
import { getDocumentProxy } from 'unpdf';

export type TagNode = {
  readonly role: string;
  readonly alt: string | null;
  readonly children: readonly TagNode[];
};

type OutlineNode = { readonly title: string; readonly items: readonly OutlineNode[] };

export type PdfContent = {
  readonly pages: readonly string[];
  readonly tags: readonly TagNode[];
  readonly title: string | null;
  readonly language: string | null;
  readonly xmp: string;
  readonly outline: readonly OutlineNode[];
};

/** What a reader of the file finds in it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  // pdf.js takes the buffer away from whoever hands it over.
  const document = await getDocumentProxy(bytes.slice());
  const pages: string[] = [];
  const tags: TagNode[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    pages.push(textOf(content.items));
    tags.push(...tagNodes(await page.getStructTree()));
  }
  const { info } = await document.getMetadata();
  const facts = new Map<string, unknown>(Object.entries(info));
  const outline = outlineNodes(await document.getOutline());
  await document.cleanup();
  return {
    pages,
    tags,
    title: textOrNull(facts.get('Title')),
    language: textOrNull(facts.get('Language')),
    xmp: /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(plainObjects(bytes))?.[0] ?? '',
    outline,
  };
}

/** The objects of the file as they stand in it, one character per byte. */
export function plainObjects(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** The objects of a file that hold this entry, such as `/S /TH`. */
export function objectsWith(bytes: Uint8Array, entry: string): readonly string[] {
  const objects = plainObjects(bytes).match(/^\d+ 0 obj\n[\s\S]*?\nendobj$/gm) ?? [];
  return objects.filter((object) => new RegExp(`${entry}(?![A-Za-z0-9])`).test(object));
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** A text as a string object of a file: UTF-16, with the signs escaped that mean something there. */
export function pdfString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');
  return `(${bytes.replace(/[()\\\n\r\t\f\b]/g, (sign) => escapes[sign] ?? `\\${sign}`)})`;
}

/** Every tag of a tree, parents before children. */
export function allTags(nodes: readonly TagNode[]): readonly TagNode[] {
  return nodes.flatMap((node) => [node, ...allTags(node.children)]);
}

function textOf(items: readonly object[]): string {
  return items
    .map((item) => {
      const text = 'str' in item && typeof item.str === 'string' ? item.str : '';
      const ends = 'hasEOL' in item && item.hasEOL === true;
      return ends ? `${text}\n` : text;
    })
    .join('')
    .normalize('NFKC');
}

function tagNodes(node: unknown): readonly TagNode[] {
  if (typeof node !== 'object' || node === null || !('children' in node)) return [];
  const children = Array.isArray(node.children) ? node.children.flatMap(tagNodes) : [];
  const role = 'role' in node && typeof node.role === 'string' ? node.role : '';
  const alt = 'alt' in node && typeof node.alt === 'string' ? node.alt : null;
  return role === 'Root' ? children : [{ role, alt, children }];
}

function outlineNodes(items: unknown): readonly OutlineNode[] {
  if (!Array.isArray(items)) return [];
  return items.map((item: { readonly title: string; readonly items: unknown }) => ({
    title: item.title,
    items: outlineNodes(item.items),
  }));
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
