// How documents look: page, colours and type. Every size is in points, 72 to the inch.
// Text colours have at least 7 to 1 against white, drawn marks at least 3 to 1.

export type TextStyle = {
  readonly size: number;
  /** Distance from one baseline to the next. */
  readonly leading: number;
  readonly weight: 'regular' | 'bold';
  readonly colour: string;
};

/** A4 upright. */
export const page = { width: 595.28, height: 841.89, left: 62, right: 62, top: 76 } as const;
export const contentWidth = page.width - page.left - page.right;

export const colour = {
  ink: '#1d2733',
  quiet: '#3f5161',
  navy: '#0b2a4a',
  blue: '#005eb8',
  sky: '#41a3e0',
  tint: '#eef3f8',
  wash: '#f6f8fa',
  rule: '#c3ced8',
  strongRule: '#6b7f90',
  white: '#ffffff',
  black: '#000000',
  onNavy: '#d5e4f2',
} as const;

const regular = { weight: 'regular', colour: colour.ink } as const;
const bold = { weight: 'bold', colour: colour.ink } as const;

export const text = {
  body: { ...regular, size: 10.5, leading: 15.5 },
  lead: { ...regular, size: 12.5, leading: 18.5, colour: colour.quiet },
  small: { ...regular, size: 9, leading: 12.5, colour: colour.quiet },
  cell: { ...regular, size: 9, leading: 12.5 },
  cellStrong: { ...bold, size: 9, leading: 12.5 },
  cellHead: { ...bold, size: 9, leading: 12.5, colour: colour.navy },
  caption: { ...bold, size: 9.5, leading: 13.5, colour: colour.navy },
  figure: { ...bold, size: 19, leading: 23, colour: colour.navy },
  coverFigure: { ...bold, size: 15, leading: 20, colour: colour.navy },
  figureLabel: { ...regular, size: 9, leading: 12.5, colour: colour.quiet },
  term: { ...bold, size: 9.5, leading: 14.5, colour: colour.quiet },
  detail: { ...regular, size: 10, leading: 14.5 },
  calloutTitle: { ...bold, size: 11.5, leading: 16, colour: colour.navy },
  footer: { ...regular, size: 7.5, leading: 10, colour: colour.quiet },
  axis: { ...regular, size: 8, leading: 10, colour: colour.quiet },
  contents: { ...regular, size: 10.5, leading: 15.5 },
  contentsStrong: { ...bold, size: 11, leading: 16, colour: colour.navy },
} as const satisfies Record<string, TextStyle>;

export const heading = {
  2: { style: { ...bold, size: 22, leading: 27, colour: colour.navy }, before: 30, after: 12 },
  3: { style: { ...bold, size: 14, leading: 18.5, colour: colour.navy }, before: 22, after: 7 },
  4: { style: { ...bold, size: 11, leading: 15, colour: colour.blue }, before: 9, after: 3 },
} as const;

export const cover = {
  kicker: { ...bold, size: 11, leading: 15, colour: colour.onNavy },
  title: { ...bold, size: 40, leading: 46, colour: colour.white },
  organisation: { ...bold, size: 17, leading: 23, colour: colour.white },
  department: { ...regular, size: 15, leading: 21, colour: colour.white },
  charter: { ...regular, size: 11.5, leading: 17, colour: colour.onNavy },
} as const satisfies Record<string, TextStyle>;

/** Space below an ordinary block. */
export const gap = { lead: 14, paragraph: 8, item: 4, block: 18 } as const;

/** A certificate: A4 lying on its side. */
export const sheet = { width: page.height, height: page.width } as const;

export const certificate = {
  kind: { ...bold, size: 11, leading: 15, colour: colour.blue },
  charter: { ...regular, size: 12, leading: 17, colour: colour.quiet },
  level: { ...bold, size: 54, leading: 62, colour: colour.navy },
  introduction: { ...regular, size: 13, leading: 19, colour: colour.quiet },
  department: { ...bold, size: 26, leading: 32, colour: colour.ink },
  organisation: { ...regular, size: 17, leading: 23, colour: colour.ink },
  meaning: { ...regular, size: 11.5, leading: 17, colour: colour.quiet },
  value: { ...bold, size: 12.5, leading: 17, colour: colour.navy },
} as const satisfies Record<string, TextStyle>;
