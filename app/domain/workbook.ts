// A workbook as data, for writing one and as it is read back: sheets of typed cells.

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** YYYY-MM-DD */
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'empty' };

export type Column = {
  readonly title: string;
  /** In characters; 0 = hidden. */
  readonly width: number;
  /** What the cells may hold, for a list to choose from; without it anything. */
  readonly choices?: readonly string[];
};

export type Sheet = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
};

export type Workbook = { readonly title: string; readonly sheets: readonly Sheet[] };

/** A cell as it is read: with what it shows, where that is more than its number or day. */
export type ReadCell =
  | Cell
  | (Extract<Cell, { readonly kind: 'number' | 'date' }> & { readonly shown: string })
  /** What it shows cannot be told; its day can, where it has one. */
  | { readonly kind: 'unclear'; readonly why: CellTrouble; readonly day?: string };

export type CellTrouble =
  /** Its format is none that we know; empty = the file does not say which. */
  | { readonly code: 'format'; readonly format: string }
  /** A formula whose result is not in the file. */
  | { readonly code: 'formula' }
  /** '#REF!' and the like. */
  | { readonly code: 'error'; readonly error: string }
  /** It is part of another cell, beside it. */
  | { readonly code: 'merged'; readonly into: string }
  /** It refers to a text that the file does not have. */
  | { readonly code: 'damaged' };

/** A sheet as it is read: every row from the first on, empty ones too, so that places are true. */
export type ReadSheet = {
  readonly name: string;
  readonly rows: readonly (readonly ReadCell[])[];
  /** Somebody wrote comments to cells, which are not read. */
  readonly hasComments?: true;
};

/** Why a workbook or a document cannot be read. */
export type OfficeProblem =
  | { readonly code: 'unreadable' }
  /** More bytes than this in what would have to be read. */
  | { readonly code: 'too-much-inside'; readonly most: number }
  | { readonly code: 'too-many'; readonly of: Countable; readonly most: number };

/** What a file may hold only so many of. */
export type Countable =
  | 'sheets'
  | 'rows'
  | 'columns'
  | 'cells'
  | 'characters-in-a-cell'
  | 'characters'
  | 'paragraphs'
  | 'places'
  /** Elements of its XML, and how many are inside each other. */
  | 'elements'
  | 'levels';

/** A cell of text; without text it is empty. */
export function textCell(text: string): Cell {
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
}

/** A cell with a date; without one it is empty. */
export function dateCell(day: string | null): Cell {
  return day === null ? { kind: 'empty' } : { kind: 'date', day };
}

/** 'B7': the place of a cell, both numbers from 0. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
