// A chart as data: what it shows, in which order and units, and the same as one sentence and a table.
// The page and the PDF draw from this value alone; chart-config.ts turns it into chart.js options.

/** A table as plain data; the row header is the first cell of each row. */
export type TableModel = {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
};

export type TableColumn = {
  readonly title: string;
  /** Share of the width in per cent; the shares of a table add up to 100. */
  readonly share: number;
  readonly align: 'start' | 'end';
};

/** A cell is text; `strong` marks what a reader must not overlook, beside words that say the same. */
export type TableCell = string | { readonly text: string; readonly strong: true };

type ChartSeries = {
  readonly label: string;
  /** Told apart by their filling, never by colour alone. */
  readonly fill: 'solid' | 'outline';
  /** One value per category; null = nothing to show. */
  readonly values: readonly (number | null)[];
  /** The same values as a reader sees them, or why there is none. */
  readonly texts: readonly string[];
};

export type ChartThreshold = {
  readonly label: string;
  /** Of its level among the levels, lowest = 0. */
  readonly place: number;
  /** Told apart by their strokes: lengths of dash and gap. */
  readonly dash: readonly number[];
  /** One value per category; null = no line there. */
  readonly values: readonly (number | null)[];
  readonly texts: readonly string[];
};

export type ChartModel = {
  readonly kind: 'horizontal-bars';
  readonly title: string;
  /** One sentence that says what the chart shows: also its text alternative. */
  readonly finding: string;
  readonly unit: string;
  readonly scale: { readonly min: number; readonly max: number; readonly step: number };
  /** From top to bottom. */
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly thresholds: readonly ChartThreshold[];
  readonly table: TableModel;
};

/** What a colour of a picture is for; a style sheet gives each its own. */
export type MarkColour =
  | 'ink'
  | 'quiet'
  | 'rule'
  | 'paper'
  | 'solid'
  | 'outline'
  | `level-${number}`;

/** One thing drawn, in the order of drawing; paths are those of SVG. */
export type ChartMark =
  | { readonly kind: 'area'; readonly path: string; readonly colour: MarkColour }
  | {
      readonly kind: 'line';
      readonly path: string;
      readonly colour: MarkColour;
      readonly width: number;
      /** Lengths of dash and gap; '' = a whole line. */
      readonly dash: string;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly size: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly colour: MarkColour;
    };

/** A chart as drawn. */
export type ChartPicture = {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly ChartMark[];
};
