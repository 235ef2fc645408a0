// A spreadsheet brought back, as a preview: its rows by their hidden ids, against the plan as it is now.
import { ACTION_FIELDS, type ActionFieldName } from '#app/domain/plan/action-fields.ts';
import type { ActionDraft } from '#app/domain/plan/check-action.ts';
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import {
  type ImportedRow,
  importedPlan,
  type RowProblem,
  type UnclearCell,
} from '#app/domain/plan/imported.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';
import { shortValue } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { cellName, type ReadCell, type ReadSheet } from '#app/domain/workbook.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { EMPTY_ACTION } from '#app/domain/plan/per-field.ts';
import { actionFieldText, actionWords, choiceWords } from '#words/plan/action-words.ts';
import {
  ACTIONS_SHEET,
  cellTrouble,
  cellWords,
  ID_TITLE,
  PLAN_COLUMNS,
  VERSION_TITLE,
  withCell,
} from '#reports/plan-columns.ts';

/** Longer than any id of ours. */
const MOST_ID = 100;
/** So many problems are put right before the file is chosen again; the others are counted. */
const MOST_PROBLEMS = 200;

/** Where the fields stand in the sheet, for naming cells. */
export type PlanPlaces = {
  readonly sheet: string;
  readonly columns: Readonly<Partial<Record<ActionFieldName, number>>>;
  /** What of the sheet is not read; missing where it was not looked at. */
  readonly unread?: Unread;
};

type Unread = {
  /** Titles of columns with something in them that are none of ours, or are there twice. */
  readonly others: readonly string[];
  /** Our columns that are not there. */
  readonly missing: readonly string[];
  readonly comments: boolean;
};

export type PlanRows = { readonly rows: readonly ImportedRow[]; readonly places: PlanPlaces };

export type SheetProblem =
  | { readonly code: 'no-actions-sheet'; readonly wanted: string }
  | { readonly code: 'too-many-rows'; readonly most: number };

/** The rows of a workbook's sheet of actions, read away from the event loop for whoever asks. */
export async function readPlanRows(
  { office }: Pick<Services, 'office'>,
  view: Pick<AssessmentView, 'actions'>,
  { bytes, asker }: { readonly bytes: Uint8Array; readonly asker: string },
) {
  const sheet = await office.readXlsx(bytes, ACTIONS_SHEET, asker);
  return sheet.ok ? planRows(sheet.value, view.actions) : sheet;
}

/** The rows of the sheet of actions; a column that is not there leaves its field alone. */
export function planRows(
  sheet: ReadSheet | null,
  actions: AssessmentView['actions'],
): Result<PlanRows, SheetProblem> {
  const titles = sheet?.rows[0]?.map((cell) => cellWords(cell).trim().toLowerCase()) ?? [];
  const at = (title: string) => titles.indexOf(title.toLowerCase());
  const missing = [ID_TITLE, actionWords.objective.name].some((title) => at(title) < 0);
  if (sheet === null || missing) {
    return refused({ code: 'no-actions-sheet', wanted: ACTIONS_SHEET });
  }
  const most = ACTION_LIMITS.actions;
  const written = sheet.rows.filter((cells) => !cells.every(isBlank)).length - 1;
  if (written > most) return refused({ code: 'too-many-rows', most });
  const columns = Object.fromEntries(
    ACTION_FIELDS.map(({ name }) => [name, at(actionWords[name].name)] as const).filter(
      ([, column]) => column >= 0,
    ),
  );
  const [idAt, versionAt] = [at(ID_TITLE), at(VERSION_TITLE)];
  const byId = new Map(actions.map((action) => [action.id, action]));
  const rows = sheet.rows.flatMap((cells, index): readonly ImportedRow[] => {
    if (index === 0 || cells.every(isBlank)) return [];
    const id = cellWords(cells[idAt]).trim().slice(0, MOST_ID);
    const start = id === '' ? EMPTY_ACTION : byId.get(id);
    return [
      {
        row: index + 1,
        id: id === '' ? null : id,
        version: versionIn(cells[versionAt]),
        // A row of no action of ours is refused by its id: its cells are not looked at.
        ...(start === undefined
          ? { action: EMPTY_ACTION }
          : { action: draftOf(cells, columns, start), unclear: unclearIn(cells, columns, idAt) }),
      },
    ];
  });
  return ok({ rows, places: { sheet: sheet.name, columns, unread: unreadIn(sheet, columns) } });
}

const MOST_OTHERS = 20;

function unreadIn(sheet: ReadSheet, columns: PlanPlaces['columns']): Unread {
  const [titles = [], ...rows] = sheet.rows;
  const words = titles.map((cell) => cellWords(cell).trim());
  const own = new Set(PLAN_COLUMNS.map(({ title }) => title.toLowerCase()));
  const first = (title: string) => words.findIndex((one) => one.toLowerCase() === title);
  const width = Math.max(0, ...sheet.rows.map((cells) => cells.length));
  const others = Array.from({ length: width }, (_, at) => at).filter((at) => {
    const title = words[at]?.toLowerCase() ?? '';
    if (own.has(title) && first(title) === at) return false;
    return rows.some((cells) => !isBlank(cells[at] ?? { kind: 'empty' }));
  });
  return {
    others: others
      .slice(0, MOST_OTHERS)
      .map((at) => shortValue(words[at] || cellName(0, at).replace(/\d+$/, ''))),
    missing: ACTION_FIELDS.filter(({ name }) => columns[name] === undefined).map(
      ({ name }) => actionWords[name].name,
    ),
    comments: sheet.hasComments === true,
  };
}

function versionIn(cell: ReadCell | undefined): number | null {
  return cell?.kind === 'number' ? cell.number : null;
}

function isBlank(cell: ReadCell): boolean {
  return cell.kind !== 'unclear' && cellWords(cell).trim() === '';
}

/** The cells of the row that cannot be told; without its id nobody knows which action a row is. */
function unclearIn(
  cells: readonly ReadCell[],
  columns: PlanPlaces['columns'],
  idAt: number,
): readonly UnclearCell[] {
  const id = cells[idAt];
  const ofId =
    id?.kind === 'unclear' ? [{ at: idAt, title: ID_TITLE, field: null, why: id.why }] : [];
  const ofFields = ACTION_FIELDS.flatMap((field) => {
    const column = columns[field.name];
    const why = column === undefined ? null : cellTrouble(field, cells[column]);
    return column === undefined || why === null
      ? []
      : [{ at: column, title: actionWords[field.name].name, field: field.name, why }];
  });
  return [...ofId, ...ofFields];
}

function draftOf(
  cells: readonly ReadCell[],
  columns: PlanPlaces['columns'],
  start: ActionDraft,
): ActionDraft {
  return ACTION_FIELDS.reduce((draft, field) => {
    const column = columns[field.name];
    if (column === undefined) return draft;
    return withCell(draft, field, cells[column] ?? { kind: 'empty' });
  }, start);
}

/** What the rows would change, for people to look at; nothing of it is saved. */
export function planImportPage(
  view: Pick<AssessmentView, 'actions' | 'charter'>,
  { rows, places }: PlanRows,
) {
  const plan = importedPlan(rows, view.actions, view.charter);
  const numbers = new Map(view.actions.map(({ id }, index) => [id, index + 1]));
  return {
    unchanged: plan.unchanged,
    unread: places.unread ?? null,
    missing: plan.missing.map(({ id, objective }) => ({ number: numbers.get(id) ?? 0, objective })),
    changes: plan.changes.map(({ row, saved, action, fields, outdated }) => ({
      row,
      number: saved === null ? null : (numbers.get(saved.id) ?? 0),
      objective: saved?.objective ?? action.objective,
      outdated,
      fields: ACTION_FIELDS.flatMap((field) => {
        if (saved !== null && !fields.includes(field.name)) return [];
        const after = actionFieldText(action, field);
        if (saved === null && after === '') return [];
        const before = saved === null ? '' : actionFieldText(saved, field);
        return [{ field: field.name, label: actionWords[field.name].name, before, after }];
      }),
    })),
    moreProblems: Math.max(0, plan.problems.length - MOST_PROBLEMS),
    problems: plan.problems.slice(0, MOST_PROBLEMS).map((problem) => ({
      ...problem,
      options: optionsFor(problem, view.charter),
      ...placeOf(problem, places),
    })),
    /** What goes back with the form that applies the changes. */
    carried: {
      places,
      rows: plan.changes.map(({ row, saved, action }) => ({
        row,
        id: saved?.id ?? null,
        version: saved?.version ?? null,
        action,
      })),
    },
  };
}

export type PlanImportPage = ReturnType<typeof planImportPage>;

function placeOf(problem: RowProblem, { sheet, columns }: PlanPlaces) {
  const { row } = problem;
  if (problem.code === 'unclear') {
    return { sheet, cell: cellName(row - 1, problem.at), column: problem.title };
  }
  const field = problem.code === 'field' ? problem.problem.field : null;
  const known = ACTION_FIELDS.map(({ name }) => name).find(
    (one) => one === field || isMilestone(field, one),
  );
  const column = known === undefined ? undefined : columns[known];
  return {
    sheet,
    cell: column === undefined ? null : cellName(row - 1, column),
    column: known === undefined ? null : actionWords[known].name,
  };
}

function isMilestone(field: string | null, one: ActionFieldName): boolean {
  return one === 'milestones' && (field ?? '').startsWith('milestone');
}

/** More are looked up on the sheet of criteria. */
const MOST_OPTIONS = 60;

/** What may stand in a cell with something that is not on its list. */
function optionsFor(problem: RowProblem, charter: AssessmentView['charter']): readonly string[] {
  if (problem.code !== 'field' || problem.problem.code !== 'not-listed') return [];
  const field = ACTION_FIELDS.find(({ name }) => name === problem.problem.field);
  if (field?.kind === 'choice') return Object.values(choiceWords[field.name]);
  if (field?.kind !== 'criteria') return [];
  const ids = allCriteria(charter).map(({ id }) => id);
  return ids.length > MOST_OPTIONS ? [] : ids;
}
