// What pdfkit 0.20 can do and its published types do not say.
declare namespace PDFKit {
  /** fontkit's font, inside the font that a document is set in. */
  interface ShapedFont {
    getGlyph(id: number, codePoints: readonly number[]): { readonly advanceWidth: number };
    glyphForCodePoint(codePoint: number): { readonly id: number };
    layout(word: string): object;
  }
  /** A font that a document is set in. */
  interface SetFont {
    readonly id: string;
    readonly font: ShapedFont;
    /** The glyphs of a text as the file names them, in hexadecimal, and where each stands. */
    encode(text: string): readonly [codes: readonly string[], positions: readonly Position[]];
    ref(): object;
  }
  /** In thousandths of the size of the type. */
  interface Position {
    /** How far the glyph takes the line on, and how far it would by itself. */
    readonly xAdvance: number;
    readonly advanceWidth: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }
  namespace Mixins {
    interface StructureElementOptions {
      bbox?: [number, number, number, number];
      placement?: 'Block' | 'Inline';
      scope?: 'Row' | 'Column';
    }
    interface PDFVector {
      dash(lengths: readonly number[]): this;
    }
    interface AnnotationOption {
      structParent?: PDFStructureElement;
    }
  }
  interface PDFDocument {
    /** Behind text comes a line feed. */
    addContent(data: string | Uint8Array): this;
    /** How many bytes are written. */
    _offset: number;
  }
  interface PDFStructureElement {
    /** Its entries, as they will be written. */
    readonly dictionary: { readonly data: Record<string, unknown> };
  }
  interface PDFOutline {
    addItem(
      title: string,
      options: {
        expanded: boolean;
        pageNumber: number;
        top: number;
        left: number;
        fit: false;
      },
    ): PDFOutline;
  }
}
