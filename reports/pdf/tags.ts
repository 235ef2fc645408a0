// Marks what is drawn: as content of a structure element, or as an artifact that readers skip.
// Nothing is drawn outside one of the two (PDF/UA-1).
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import type { TaggedDocument } from './pdf-document.ts';

type TagType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'Div'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'Span'
  | 'TOC'
  | 'TOCI'
  | 'Link';

export type Tag = { readonly type: TagType; readonly element: PDFKit.PDFStructureElement };

type NewTag = PDFKit.Mixins.StructureElementOptions & { readonly type: TagType };

/** A new element below `parent`, in reading order. */
export function addTag(document: TaggedDocument, parent: Tag, { type, ...options }: NewTag): Tag {
  const { alt } = options;
  const read = alt === undefined ? options : { ...options, alt: unmarked(alt) };
  const element = document.struct(type, read);
  parent.element.add(element);
  return { type, element };
}

/**
 * A new list. Its labels are dots, numbers, or (none) words of their own, as ISO 32000-1 names them
 * in 14.8.5.5: without it a reader does not know what the labels are (PDF/UA-1, 7.6).
 */
export function addList(
  document: TaggedDocument,
  parent: Tag,
  numbering: 'Disc' | 'Decimal' | 'None',
): Tag {
  const list = addTag(document, parent, { type: 'L' });
  list.element.dictionary.data.A = { O: 'List', ListNumbering: numbering };
  return list;
}

/** The element that holds all others. */
export function rootTag(document: TaggedDocument): Tag {
  const element = document.struct('Document');
  document.addStructure(element);
  return { type: 'Document', element };
}

/** Draws as content of `tag`; called again on the next page, the element goes on there. */
export function drawTagged(document: TaggedDocument, tag: Tag, draw: () => void): void {
  open.set(document, { tag, content: document.markStructureContent(tag.type) });
  draw();
  close(document);
}

/** How a part of what is tagged is read: another text in its place, or in a language of its own. */
export type ReadAs = { readonly actual?: string; readonly lang?: string };

/** Draws part of what is being tagged so that it is read as this. */
export function drawReadAs(document: TaggedDocument, as: ReadAs, draw: () => void): void {
  const tag = open.get(document)?.tag;
  // An artifact is not read at all, and a figure is read by its alternative text.
  if (tag === undefined || tag.type === 'Figure') {
    draw();
    return;
  }
  close(document);
  drawTagged(document, addTag(document, tag, { type: 'Span', ...as }), draw);
  open.set(document, { tag, content: document.markStructureContent(tag.type) });
}

type OpenContent = { readonly tag: Tag; readonly content: PDFKit.PDFStructureContent };

const open = new WeakMap<TaggedDocument, OpenContent>();

function close(document: TaggedDocument): void {
  const last = open.get(document);
  document.endMarkedContent();
  last?.tag.element.add(last.content);
  open.delete(document);
}

/** Draws what belongs to the page and not to the text: rules, backgrounds, repeated headers. */
export function drawArtifact(
  document: TaggedDocument,
  type: 'Pagination' | 'Layout',
  draw: () => void,
): void {
  document.markContent('Artifact', { type });
  draw();
  document.endMarkedContent();
}
