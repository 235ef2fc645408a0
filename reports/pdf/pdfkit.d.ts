// What pdfkit 0.20 can do and its published types do not say.
declare namespace PDFKit {
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
