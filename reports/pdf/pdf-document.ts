// A PDF document that is tagged from the start (PDF/UA-1), and its bytes.
// Metadata name the title, the language and the kind of program: no version, path or person.
import { PAGE } from '#words/kit/page-words.ts';
import Pdf from 'pdfkit';
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import { markupText } from '#app/domain/markup-text.ts';
import { type Face, faces } from './fonts/faces.ts';
import { kerned } from './fonts/kerned.ts';
import { shaped } from './fonts/shaper.ts';
import { page } from './theme.ts';

export type Metadata = {
  readonly title: string;
  readonly subject: string;
  readonly language: string;
  readonly createdAt: Date;
};

const program = PAGE.madeBy;

/** pdfkit writes the title into XML as it stands; here it is escaped first. */
export class TaggedDocument extends Pdf {
  /** The faces that it may be set in, by their names. */
  readonly faces: ReadonlyMap<string, Face> = new Map(
    [...faces('regular'), ...faces('bold')].map((face) => [face.name, face]),
  );

  readonly #registered = new Set<string>();

  override font(source: PDFKit.Mixins.PDFFontSource, family?: string | number, size?: number) {
    if (typeof source === 'string') this.#register(source);
    if (typeof family === 'string') super.font(source, family, size);
    else super.font(source, family);
    const face = typeof source === 'string' ? this.faces.get(source) : undefined;
    if (face !== undefined && (face.joins || face.kerns)) layOutOurselves(this, face);
    return this;
  }

  /** A face that is not asked for is not unpacked. */
  #register(name: string): void {
    const face = this.faces.get(name);
    if (face === undefined || this.#registered.has(name)) return;
    this.registerFont(name, face.bytes);
    this.#registered.add(name);
  }

  /** What was written; the first of it by the constructor of pdfkit, before any field of ours is there. */
  declare private written: Uint8Array[] | undefined;

  /** Keeps what is written: as the stream that pdfkit is, it would pass on thousands of pieces one by one. */
  _write(data: string | Uint8Array): void {
    const bytes = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    this.written ??= [];
    this.written.push(bytes);
    this['_offset'] += bytes.length;
  }

  /** Ends the document; all of its bytes. */
  ended(): Uint8Array {
    this.end();
    return new Uint8Array(Buffer.concat(this.written ?? []));
  }

  /** What is drawn on each page that is open, as lines. */
  readonly #drawn = new Map<PDFKit.PDFPage, string[]>();

  /** The same bytes, put together once: pdfkit would take each piece by itself, letter by letter. */
  override addContent(data: string | Uint8Array): this {
    if (typeof data !== 'string') {
      this.#writeDrawn(this.page);
      return super.addContent(data);
    }
    const lines = this.#drawn.get(this.page) ?? [];
    this.#drawn.set(this.page, lines);
    lines.push(data);
    return this;
  }

  override flushPages(): void {
    for (const one of this.#drawn.keys()) this.#writeDrawn(one);
    super.flushPages();
  }

  #writeDrawn(one: PDFKit.PDFPage): void {
    const lines = this.#drawn.get(one) ?? [];
    if (lines.length > 0) one.write(Buffer.from(`${lines.join('\n')}\n`, 'latin1'));
    this.#drawn.delete(one);
  }

  /**
   * Draws text of a face from `x` on a baseline. pdfkit's `text` does it in ten steps and measures the text twice
   * besides; what it is left for is glyphs that stand off their baseline.
   */
  drawText(
    text: string,
    size: number,
    at: { readonly x: number; readonly baseline: number },
  ): void {
    const font = fontOf(this);
    const glyphs = (text.match(wordAndSpace) ?? []).map((word) => glyphsOfWord(font, word));
    if (glyphs.includes(null)) {
      const options = { lineBreak: false, baseline: 'alphabetic' } as const;
      this.fontSize(size).text(text, at.x, at.baseline, options);
      return;
    }
    this.#showGlyphs(font, `<${glyphs.join('')}>`, { size, ...at });
  }

  /**
   * Draws words of the present face on a baseline at once, from left to right, with the room between them; false where one
   * has a glyph that stands off it, and nothing is drawn.
   */
  drawWords(
    words: readonly { readonly text: string; readonly x: number; readonly width: number }[],
    size: number,
    baseline: number,
  ): boolean {
    const font = fontOf(this);
    const [first] = words;
    const glyphs = words.map(({ text }) => glyphsOfWord(font, text));
    if (first === undefined || glyphs.includes(null)) return false;
    const shown = words.map(({ x }, index) => {
      const before = words[index - 1];
      const gap = before === undefined ? 0 : x - before.x - before.width;
      return `${gap === 0 ? '' : `${number((-gap * 1000) / size)} `}<${glyphs[index] ?? ''}>`;
    });
    this.#showGlyphs(font, shown.join(' '), { size, x: first.x, baseline });
    return true;
  }

  #showGlyphs(
    font: PDFKit.SetFont,
    shown: string,
    { size, x, baseline }: { readonly size: number; readonly x: number; readonly baseline: number },
  ): void {
    this.page.fonts[font.id] ??= font.ref();
    const place = `1 0 0 -1 ${number(x)} ${number(baseline)}`;
    // Turned over, as the page is: its places are counted from the top.
    this.addContent(`BT\n${place} Tm\n/${font.id} ${number(size)} Tf\n[${shown}] TJ\nET`);
  }

  override endMetadata(): void {
    // The document information has been written by now; only the XML copy is still to come.
    if (this.info.Title !== undefined) this.info.Title = markupText(this.info.Title);
    if (this.info.Subject !== undefined) this.info.Subject = markupText(this.info.Subject);
    // What pdfkit's own subset 'PDF/UA' adds; that option also writes a CIDSet for each font which
    // leaves out glyphs, and a validator refuses it (ISO 14289-1, 7.21.4.2).
    this.appendXML(`
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        `);
    super.endMetadata();
  }
}

/** The font that a document is set in at present. */
function fontOf(document: TaggedDocument): PDFKit.SetFont {
  return Reflect.get(document, '_font');
}

/** As pdfkit divides a text before it lays it out, so that a word that comes again is known. */
const wordAndSpace = /[^ \t]*[ \t]|[^ \t]+/g;

const glyphsOf = new WeakMap<PDFKit.SetFont, Map<string, string | null>>();

/**
 * Glyphs of a word as TJ takes them: in runs, with what the next one stands closer (ISO 32000-1, 9.4.3). null where
 * one stands off the baseline.
 */
function glyphsOfWord(font: PDFKit.SetFont, word: string): string | null {
  const known = glyphsOf.get(font) ?? new Map<string, string | null>();
  glyphsOf.set(font, known);
  const found = known.get(word);
  if (found !== undefined) return found;
  const [codes, positions] = font.encode(word);
  const off = positions.some(({ yOffset }) => yOffset !== 0);
  const made = off ? null : glyphsText(codes, positions);
  known.set(word, made);
  return made;
}

function glyphsText(codes: readonly string[], positions: readonly PDFKit.Position[]): string {
  let text = '';
  const closer = (by: number): string => (by === 0 ? '' : `> ${number(by)} <`);
  positions.forEach(({ xAdvance, xOffset, advanceWidth }, index) => {
    text += closer(-xOffset) + (codes[index] ?? '') + closer(advanceWidth - xAdvance + xOffset);
  });
  return text;
}

/** As pdfkit writes numbers: to a millionth. */
function number(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Lets the document's present font lay out its words as we do. */
function layOutOurselves(document: TaggedDocument, face: Face): void {
  const { font } = fontOf(document);
  if (Object.hasOwn(font, 'layout')) return;
  const theirs = font.layout.bind(font);
  font.layout = (word) =>
    face.joins ? shaped(face, font, word) : (kerned(face, word) ?? theirs(word));
}

/** A document without pages whose pages stay open until the end, for 'page x of y'. */
export function openDocument(metadata: Metadata): TaggedDocument {
  const options: PDFKit.PDFDocumentOptions = {
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: metadata.language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    // No default font: the standard fourteen cannot be embedded.
    font: '',
    info: {
      Title: oneLine(unmarked(metadata.title)),
      Subject: oneLine(unmarked(metadata.subject)),
      Creator: program,
      Producer: program,
      CreationDate: metadata.createdAt,
    },
  };
  const document = new TaggedDocument(options);
  // By their bytes (ISO 32000-1, 7.9.6). pdfkit asks for the order of a language, which has to be loaded first.
  Reflect.set(destinationsOf(document), '_compareKeys', byBytes);
  return document;
}

/** The order of two names that differ; ours have no letter but those of ASCII. */
function byBytes(one: string, other: string): number {
  return one < other ? -1 : 1;
}

/** The names of the places that links lead to. */
function destinationsOf(document: TaggedDocument): object {
  return Reflect.get(document, '_root').data.Names.data.Dests;
}

/** Text for an entry of the metadata or the outline: one line without control characters. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Cn}\u2028\u2029]+/gu, ' ')
    .trim();
}
