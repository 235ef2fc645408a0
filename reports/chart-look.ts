// How a chart looks, whatever it shows: its typeface, its colours, and whether it fits its place.

/** Typeface, size and colours of a chart. */
export type ChartLook = {
  readonly font: string;
  readonly size: number;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly paper: string;
  readonly solid: string;
  readonly outline: string;
  readonly responsive: boolean;
};

/** Colours of both renderings; each drawn mark has at least 3 to 1 against the paper. */
export const chartLook: ChartLook = {
  font: 'sans-serif',
  size: 9,
  ink: '#1d2733',
  quiet: '#3f5161',
  rule: '#dde4ea',
  paper: '#ffffff',
  solid: '#005eb8',
  outline: '#dbe8f5',
  responsive: false,
};
