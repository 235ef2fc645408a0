// What pdfkit 0.20 can do and its published types do not say.
declare namespace PDFKit {
  /** fontkit's font, inside the font that a document is set in. */
  interface ShapedFont {
    getGlyph(id: number, codePoints: readonly number[]): { readonly advanceWidth: number };
    glyphForCodePoint(codePoint: number): { readonly id: number };
    layout(word: string): object;
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
