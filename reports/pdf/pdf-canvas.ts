// As much of the browser's 2D canvas as chart.js uses, drawing into a PDF as vectors and real text.
// A canvas keeps its path until the next beginPath, a PDF does not: so paths are kept and replayed.
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import { baselineDrop, fontSize, paints } from '#reports/canvas-words.ts';
import type { TaggedDocument } from './pdf-document.ts';
import { colour, type TextStyle } from './theme.ts';
import type { Typesetter } from './typesetter.ts';

type Point = [x: number, y: number];
type Box = [x: number, y: number, width: number, height: number];

class State {
  fillStyle = '#000000';
  strokeStyle = '#000000';
  lineWidth = 1;
  font = '9px sans-serif';
  textAlign = 'start';
  textBaseline = 'alphabetic';
  dash: readonly number[] = [];
}

/** A context whose drawing goes to the document, in the document's present place. */
export class PdfCanvas extends State {
  readonly canvas: {
    readonly width: number;
    readonly height: number;
    readonly style: object;
    readonly getContext: () => PdfCanvas;
  };
  private readonly document: TaggedDocument;
  private readonly type: Typesetter;
  private readonly kept: State[] = [];
  private path: (() => void)[] = [];

  constructor(
    document: TaggedDocument,
    type: Typesetter,
    size: { readonly width: number; readonly height: number },
  ) {
    super();
    this.document = document;
    this.type = type;
    this.canvas = { ...size, style: {}, getContext: () => this };
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline, dash } = this;
    this.kept.push({ fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline, dash });
    this.document.save();
  }

  restore(): void {
    Object.assign(this, this.kept.pop());
    this.document.restore();
  }

  beginPath(): void {
    this.path = [];
  }

  closePath(): void {
    this.path.push(() => this.document.closePath());
  }

  moveTo(...point: Point): void {
    this.path.push(() => this.document.moveTo(...point));
  }

  lineTo(...point: Point): void {
    this.path.push(() => this.document.lineTo(...point));
  }

  rect(...box: Box): void {
    this.path.push(() => this.document.rect(...box));
  }

  fill(): void {
    if (!paints(this.fillStyle) || this.path.length === 0) return;
    this.replay();
    this.document.fill(opaque(this.fillStyle));
  }

  stroke(): void {
    if (!paints(this.strokeStyle) || this.path.length === 0 || this.lineWidth === 0) return;
    this.replay();
    if (this.dash.length > 0) this.document.dash(this.dash);
    else this.document.undash();
    this.document.lineWidth(this.lineWidth).stroke(opaque(this.strokeStyle));
  }

  clip(): void {
    this.replay();
    this.document.clip();
  }

  fillRect(...box: Box): void {
    if (paints(this.fillStyle)) this.document.rect(...box).fill(opaque(this.fillStyle));
  }

  translate(...point: Point): void {
    this.document.translate(...point);
  }

  rotate(angle: number): void {
    this.document.rotate((angle * 180) / Math.PI);
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = dash;
  }

  measureText(text: string): { readonly width: number } {
    return { width: this.lineOf(text)?.width ?? 0 };
  }

  fillText(text: string, x: number, y: number): void {
    const line = this.lineOf(text);
    if (line === undefined) return;
    const style = styleOf(this);
    const left = x - line.width * shareBefore(this.textAlign);
    this.type.drawParts(line, style, {
      x: left,
      baseline: y + baselineDrop(this.textBaseline, style.size),
    });
  }

  // Nothing to do on paper: it starts empty, its pixel ratio is 1, and no text has an outline.
  clearRect(): void {}
  setTransform(): void {}
  resetTransform(): void {}
  strokeText(): void {}

  private lineOf(text: string) {
    // A figure is read by its own text, in which nothing is marked.
    const line = unmarked(text.replaceAll('\n', ' '));
    return this.type.lines(line, styleOf(this), Number.MAX_SAFE_INTEGER)[0];
  }

  private replay(): void {
    for (const step of this.path) step();
  }
}

function styleOf({ font, fillStyle }: State): TextStyle {
  const size = fontSize(font);
  const weight = /\bbold\b|\b[67]00\b/.test(font) ? 'bold' : 'regular';
  return { size, leading: size * 1.2, weight, colour: opaque(fillStyle) };
}

/** How much of a text stands before the place that it is drawn at. */
function shareBefore(align: string): number {
  if (align === 'center') return 0.5;
  return align === 'right' || align === 'end' ? 1 : 0;
}

/** chart.js names a few faint colours by itself, as rgba; a rule's colour stands for them. */
function opaque(style: string): string {
  return /^#[0-9a-f]{6}$/i.test(style) ? style : colour.rule;
}
