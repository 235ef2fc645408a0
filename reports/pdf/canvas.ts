// As much of the browser's 2D canvas as chart.js uses, drawing into a PDF as vectors and real text.
// A canvas keeps its path until the next beginPath, a PDF does not: so paths are kept and replayed.
import type { TaggedDocument } from './document.ts';
import { colour, type TextStyle } from './theme.ts';
import type { Typesetter } from './typesetter.ts';

type State = {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  dash: readonly number[];
};

const initial: State = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  globalAlpha: 1,
  font: '9px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  dash: [],
};

/** A canvas of this size whose drawing goes to the document, in the document's present place. */
export function pdfCanvas(
  document: TaggedDocument,
  type: Typesetter,
  size: { readonly width: number; readonly height: number },
) {
  const stack: State[] = [];
  let path: (() => void)[] = [];
  const context = {
    ...initial,
    canvas: { ...size, style: {}, getContext: (): unknown => context },
    save(): void {
      stack.push(stateOf(context));
      document.save();
    },
    restore(): void {
      Object.assign(context, stack.pop());
      document.restore();
    },
    beginPath(): void {
      path = [];
    },
    closePath: () => path.push(() => document.closePath()),
    moveTo: (x: number, y: number) => path.push(() => document.moveTo(x, y)),
    lineTo: (x: number, y: number) => path.push(() => document.lineTo(x, y)),
    rect: (x: number, y: number, w: number, h: number) =>
      path.push(() => document.rect(x, y, w, h)),
    arc: (x: number, y: number, r: number) => path.push(() => document.circle(x, y, r)),
    fill(): void {
      if (!paints(context.fillStyle) || path.length === 0) return;
      for (const step of path) step();
      document.fillColor(opaque(context.fillStyle)).fill();
    },
    stroke(): void {
      if (!paints(context.strokeStyle) || path.length === 0 || context.lineWidth === 0) return;
      for (const step of path) step();
      document.lineWidth(context.lineWidth).strokeColor(opaque(context.strokeStyle));
      const [dash = 0, space = dash] = context.dash;
      if (dash > 0) document.dash(dash, { space });
      else document.undash();
      document.stroke();
    },
    clip(): void {
      for (const step of path) step();
      document.clip();
    },
    fillRect(x: number, y: number, w: number, h: number): void {
      if (paints(context.fillStyle)) document.rect(x, y, w, h).fill(opaque(context.fillStyle));
    },
    strokeRect(x: number, y: number, w: number, h: number): void {
      document.rect(x, y, w, h).lineWidth(context.lineWidth).stroke(opaque(context.strokeStyle));
    },
    clearRect: () => undefined,
    translate: (x: number, y: number) => document.translate(x, y),
    rotate: (angle: number) => document.rotate((angle * 180) / Math.PI),
    scale: (x: number, y: number) => document.scale(x, y),
    // chart.js resets the matrix for the pixel ratio only; here it is always 1.
    setTransform: () => undefined,
    resetTransform: () => undefined,
    setLineDash(dash: readonly number[]): void {
      context.dash = dash;
    },
    getLineDash: () => context.dash,
    measureText: (text: string) => ({ width: lineOf(text)?.width ?? 0 }),
    fillText(text: string, x: number, y: number): void {
      const line = lineOf(text);
      const style = styleOf(context);
      if (line === undefined) return;
      const left = x - line.width * shareBefore(context.textAlign);
      type.drawParts(line, style, {
        x: left,
        baseline: y + drop(context.textBaseline, style.size),
      });
    },
    strokeText: () => undefined,
  };

  function lineOf(text: string) {
    return type.lines(text.replaceAll('\n', ' '), styleOf(context), Number.MAX_SAFE_INTEGER)[0];
  }

  return context;
}

function stateOf(context: State): State {
  const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin } = context;
  const { globalAlpha, font, textAlign, textBaseline, dash } = context;
  return {
    ...{ fillStyle, strokeStyle, lineWidth, lineCap, lineJoin },
    ...{ globalAlpha, font, textAlign, textBaseline, dash },
  };
}

function styleOf({ font, fillStyle }: State): TextStyle {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 9);
  const weight = /\bbold\b|\b[67]00\b/.test(font) ? 'bold' : 'regular';
  return { size, leading: size * 1.2, weight, colour: opaque(fillStyle) };
}

/** How much of a text stands before the place that it is drawn at. */
function shareBefore(align: string): number {
  if (align === 'center') return 0.5;
  return align === 'right' || align === 'end' ? 1 : 0;
}

/** From the place that a canvas names to the baseline, for our main face. */
function drop(baseline: string, size: number): number {
  if (baseline === 'middle') return size * 0.34;
  if (baseline === 'top' || baseline === 'hanging') return size * 0.8;
  if (baseline === 'bottom') return -size * 0.24;
  return 0;
}

function paints(style: string): boolean {
  return style !== 'transparent' && !/^rgba\(.*,\s*0\)$/.test(style);
}

/** chart.js writes some colours as rgba; the charts of ours use none that lets another through. */
function opaque(style: string): string {
  return /^#[0-9a-f]{6}$/i.test(style) ? style : colour.rule;
}
