// The criteria of a charter as a sheet, and what a sheet that is brought back changes in them. What a cell shows as
// it went out stays as it stands in the YAML, so that a sheet without a change changes nothing.
import type { Path } from '#app/domain/charter/finding.ts';
import { type FileData, Place } from '#app/domain/charter/view.ts';
import type { CellTrouble } from '#app/domain/workbook.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { heldText, placeIn, plain, type SheetColumn, valueOf } from './sheet-columns.ts';

/** A criterion in its file. */
export type SheetCriterion = {
  readonly file: string;
  /** Its place in the file's list, from 0. */
  readonly index: number;
  readonly id: string;
  readonly texts: readonly string[];
};

/** The criteria of these files in order, with a text for each column. */
export function sheetCriteria(
  sections: readonly FileData[],
  columns: readonly SheetColumn[],
): readonly SheetCriterion[] {
  return placesOf(sections).map(({ place, index }) => ({
    file: place.file,
    index,
    id: idOf(place),
    texts: columns.map((column) => heldText(place, column)),
  }));
}

function placesOf(sections: readonly FileData[]) {
  return sections.flatMap(({ file, data }) =>
    new Place(file, [], data)
      .at('criteria')
      .items()
      .map((place, index) => ({ place, index })),
  );
}

function idOf(place: Place): string {
  const { data } = place.at('id');
  return typeof data === 'string' ? data : '';
}

/** What a cell shows, or why that cannot be told. */
export type ShownCell = string | CellTrouble;

/** A value in a file that becomes another, or goes; what has no place yet is added. */
export type TextEdit = {
  readonly file: string;
  readonly path: Path;
  /** null = its key goes. */
  readonly value: string | readonly string[] | null;
};

/** A cell, both numbers from 0. */
export type CellPlace = { readonly row: number; readonly column: number };

export type SheetProblem = CellPlace &
  (
    | { readonly code: 'no-id' }
    | { readonly code: 'unknown-id'; readonly id: string }
    | { readonly code: 'repeated-id'; readonly id: string; readonly first: number }
    | { readonly code: 'repeated-column' }
    | { readonly code: 'unclear'; readonly why: CellTrouble }
  );

export type SheetChanges = {
  readonly edits: readonly TextEdit[];
  readonly problems: readonly SheetProblem[];
  /** Columns with something in them that the sheet did not have when it went out. */
  readonly unread: readonly CellPlace[];
  /** Ids of criteria that have no row: they stay as they are. */
  readonly missing: readonly string[];
  /** The cell of a place within a criterion; null = the sheet has no row for it. */
  readonly cellOf: (file: string, path: Path) => CellPlace | null;
};

type Given = {
  readonly columns: readonly SheetColumn[];
  /** The title of each column, in the same order. */
  readonly titles: readonly string[];
  readonly sections: readonly FileData[];
};

/** What the rows of a sheet change; refused where it has no column of ids in its first row. */
export function sheetChanges(
  rows: readonly (readonly ShownCell[])[],
  given: Given,
): Result<SheetChanges, 'no-ids'> {
  const head = headOf(rows[0] ?? [], given);
  const ids = head.places.get('id');
  if (ids === undefined) return refused('no-ids');
  const criteria = new Map(placesOf(given.sections).map((one) => [idOf(one.place), one]));
  const found = new Map<string, number>();
  const problems: SheetProblem[] = [...head.problems];
  const edits: TextEdit[] = [];
  for (const [index, cells] of rows.slice(1).entries()) {
    if (cells.every((cell) => cell === '')) continue;
    const row = index + 1;
    const unclear = unclearCells(cells, row, head.columns);
    const id = textAt(cells, ids);
    const criterion = criteria.get(id);
    const problem = rowProblem(id, { row, column: ids }, { known: criterion, found });
    problems.push(...unclear, ...(problem === null ? [] : [problem]));
    if (criterion === undefined || problem !== null) continue;
    found.set(id, row);
    edits.push(...rowEdits(cells, criterion, head.columns));
  }
  const missing = [...criteria.keys()].filter((id) => !found.has(id));
  const rowOf = (file: string, index: number) =>
    [...criteria].find(([, { place, index: at }]) => place.file === file && at === index)?.[0];
  const cellOf = (file: string, path: Path): CellPlace | null => {
    const [list, index, ...keys] = path;
    if (list !== 'criteria' || typeof index !== 'number') return null;
    const row = found.get(rowOf(file, index) ?? '');
    // Other words for a text belong to it: what is wrong beside them began there.
    const own = keys[0] === 'variants' ? keys.slice(2) : keys;
    return row === undefined ? null : { row, column: columnFor(own, head.columns) ?? ids };
  };
  return ok({ edits, problems, unread: head.unread, missing, cellOf });
}

type Column = { readonly column: SheetColumn; readonly at: number };

function headOf(cells: readonly ShownCell[], { columns, titles }: Given) {
  const found: Column[] = [];
  const unread: CellPlace[] = [];
  const problems: SheetProblem[] = [];
  for (const [at, cell] of cells.entries()) {
    const title = typeof cell === 'string' ? cell.trim().toLowerCase() : '';
    const column = columns[titles.findIndex((one) => one.toLowerCase() === title)];
    const place = { row: 0, column: at };
    if (column === undefined) {
      if (title !== '') unread.push(place);
    } else if (found.some((one) => one.column === column)) {
      problems.push({ code: 'repeated-column', ...place });
    } else found.push({ column, at });
  }
  const places = new Map(found.map(({ column, at }) => [column.name, at]));
  return { columns: found, places, unread, problems };
}

function textAt(cells: readonly ShownCell[], at: number): string {
  const cell = cells[at] ?? '';
  return typeof cell === 'string' ? plain(cell) : '';
}

function unclearCells(
  cells: readonly ShownCell[],
  row: number,
  columns: readonly Column[],
): readonly SheetProblem[] {
  return columns.flatMap(({ at }): readonly SheetProblem[] => {
    const why = cells[at] ?? '';
    return typeof why === 'string' ? [] : [{ code: 'unclear', row, column: at, why }];
  });
}

function rowProblem(
  id: string,
  place: CellPlace,
  { known, found }: { readonly known: unknown; readonly found: ReadonlyMap<string, number> },
): SheetProblem | null {
  if (id === '') return { code: 'no-id', ...place };
  if (known === undefined) return { code: 'unknown-id', id, ...place };
  const first = found.get(id);
  return first === undefined ? null : { code: 'repeated-id', id, first, ...place };
}

type CriterionPlace = { readonly place: Place; readonly index: number };

function rowEdits(
  cells: readonly ShownCell[],
  { place, index }: CriterionPlace,
  columns: readonly Column[],
): readonly TextEdit[] {
  const { file } = place;
  const edits = columns.flatMap(({ column, at }): readonly TextEdit[] => {
    const cell = cells[at] ?? '';
    if (column.fixed || typeof cell !== 'string') return [];
    const { keys, manner } = placeIn(place, column);
    const [now, before] = [valueOf(cell, manner), valueOf(heldText(place, column), manner)];
    if (sameText(now, before)) return [];
    const value = column.optional && now.length === 0 ? null : now;
    return [{ file, path: ['criteria', index, ...keys], value }];
  });
  // Examples are there with all of their texts, or not at all.
  const isExample = ({ path }: TextEdit) => path[2] === EXAMPLES;
  const emptied = edits.filter((edit) => isExample(edit) && edit.value === '');
  if (emptied.length < EXAMPLE_TEXTS) return edits;
  const gone: TextEdit = { file, path: ['criteria', index, EXAMPLES], value: null };
  return [...edits.filter((edit) => !isExample(edit)), gone];
}

const EXAMPLES = 'examples';
const EXAMPLE_TEXTS = 4;

function sameText(one: string | readonly string[], other: string | readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The column for a place below a criterion: the one that holds it, or the first that lies within it. */
function columnFor(keys: Path, columns: readonly Column[]): number | null {
  const within = (short: Path, long: Path) =>
    short.every((key, index) => String(key) === String(long[index]));
  const holding = columns.find(({ column }) => column.places.some((at) => within(at.keys, keys)));
  const inside = columns.find(({ column }) =>
    column.places.some((at) => keys.length > 0 && within(keys, at.keys)),
  );
  return (holding ?? inside)?.at ?? null;
}
