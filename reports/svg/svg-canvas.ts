// As much of the browser's 2D canvas as chart.js uses, drawing marks that a page shows as SVG. Colours are
// kept as the roles that they have in the chart, so that a style sheet can give them others.
import { baselineDrop, fontSize, paints } from '#reports/canvas-words.ts';
import type { ChartMark, MarkColour } from '#reports/chart-model.ts';
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import { widthOf } from './metrics.ts';

type Point = readonly [x: number, y: number];
type Box = readonly [x: number, y: number, width: number, height: number];
type Colours = ReadonlyMap<string, MarkColour>;

class State {
  fillStyle = '#000000';
  strokeStyle = '#000000';
  lineWidth = 1;
  font = '9px sans-serif';
  textAlign = 'start';
  textBaseline = 'alphabetic';
  dash: readonly number[] = [];
  /** What was moved so far; chart.js turns nothing here. */
  origin: Point = [0, 0];
}

/** A context whose drawing is kept as marks. */
export class SvgCanvas extends State {
  readonly marks: ChartMark[] = [];
  readonly canvas: {
    readonly width: number;
    readonly height: number;
    readonly style: object;
    readonly getContext: () => SvgCanvas;
  };
  private readonly colours: Colours;
  private readonly kept: State[] = [];
  private path = '';

  /** `colours` name the role of each colour that the chart uses; any other is that of a rule. */
  constructor(size: { readonly width: number; readonly height: number }, colours: Colours) {
    super();
    this.canvas = { ...size, style: {}, getContext: () => this };
    this.colours = colours;
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline, dash, origin } = this;
    this.kept.push({
      fillStyle,
      strokeStyle,
      lineWidth,
      font,
      textAlign,
      textBaseline,
      dash,
      origin,
    });
  }

  restore(): void {
    Object.assign(this, this.kept.pop());
  }

  beginPath(): void {
    this.path = '';
  }

  closePath(): void {
    this.path += 'Z';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${this.at(x, y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `L${this.at(x, y)}`;
  }

  rect(...[x, y, width, height]: Box): void {
    this.path += `M${this.at(x, y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  }

  fill(): void {
    if (!paints(this.fillStyle) || this.path === '') return;
    this.marks.push({ kind: 'area', path: this.path, colour: this.roleOf(this.fillStyle) });
  }

  stroke(): void {
    if (!paints(this.strokeStyle) || this.path === '' || this.lineWidth === 0) return;
    this.marks.push({
      kind: 'line',
      path: this.path,
      colour: this.roleOf(this.strokeStyle),
      width: short(this.lineWidth),
      dash: this.dash.join(' '),
    });
  }

  fillRect(...box: Box): void {
    const before = this.path;
    this.path = '';
    this.rect(...box);
    this.fill();
    this.path = before;
  }

  translate(x: number, y: number): void {
    this.origin = [this.origin[0] + x, this.origin[1] + y];
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = dash;
  }

  measureText(text: string): { readonly width: number } {
    return { width: widthOf(oneLine(text), this.size()) };
  }

  fillText(text: string, x: number, y: number): void {
    const [left, top] = this.origin;
    const size = this.size();
    this.marks.push({
      kind: 'text',
      text: oneLine(text),
      x: short(left + x),
      y: short(top + y + baselineDrop(this.textBaseline, size)),
      size,
      anchor: ANCHORS[this.textAlign] ?? 'start',
      colour: this.roleOf(this.fillStyle),
    });
  }

  // Nothing to do in a picture that starts empty, whose pixels are its units, and in which nothing overflows.
  clearRect(): void {}
  clip(): void {}
  rotate(): void {}
  setTransform(): void {}
  resetTransform(): void {}
  strokeText(): void {}

  private size(): number {
    return fontSize(this.font);
  }

  private at(x: number, y: number): string {
    const [left, top] = this.origin;
    return `${short(left + x)} ${short(top + y)}`;
  }

  private roleOf(style: string): MarkColour {
    return this.colours.get(style.toLowerCase()) ?? 'rule';
  }
}

const ANCHORS: Readonly<Record<string, 'start' | 'middle' | 'end'>> = {
  center: 'middle',
  right: 'end',
  end: 'end',
};

/** To a tenth: finer than anybody sees, and the page stays small. */
function short(value: number): number {
  return Math.round(value * 10) / 10;
}

/** As a picture shows it, which has a text of its own for readers. */
function oneLine(text: string): string {
  return unmarked(text.replaceAll('\n', ' '));
}
