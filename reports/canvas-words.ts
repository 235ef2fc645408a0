// What chart.js says to a canvas, as our two canvases understand it: the one of pages and the one of documents.

/** The size of a font as CSS writes it, in pixels. */
export function fontSize(font: string): number {
  return Number(/([\d.]+)px/.exec(font)?.[1] ?? 9);
}

/** From the place that a canvas names to the baseline, for our main face. */
export function baselineDrop(baseline: string, size: number): number {
  if (baseline === 'middle') return size * 0.34;
  if (baseline === 'top' || baseline === 'hanging') return size * 0.8;
  if (baseline === 'bottom') return -size * 0.24;
  return 0;
}

/** Whether a colour leaves anything to see. */
export function paints(style: string): boolean {
  return style !== 'transparent' && !/^rgba\(.*,\s*0\)$/.test(style);
}
