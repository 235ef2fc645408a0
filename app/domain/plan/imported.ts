// Rows of a spreadsheet against the plan: what is new, what changed and what is wrong, cell by cell. The
// same rows as an unchanged plan change nothing.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { CellTrouble } from '#app/domain/workbook.ts';
import type { Action, ActionFields } from './action.ts';
import type { ActionFieldName } from './action-fields.ts';
import { type ActionDraft, type ActionFieldProblem, checkAction } from './check-action.ts';
import { criteriaMeant } from './criteria-meant.ts';
import { differingFields } from './differing-fields.ts';

export type ImportedRow = {
  /** The number of the row in the sheet, from 1. */
  readonly row: number;
  /** null = a new action. */
  readonly id: string | null;
  /** The version that the sheet was made from; null where the row does not say. */
  readonly version: number | null;
  readonly action: ActionDraft;
  /** Cells whose value cannot be told; such a row is left out whole. */
  readonly unclear?: readonly UnclearCell[];
};

export type UnclearCell = {
  /** Its column, from 0. */
  readonly at: number;
  readonly title: string;
  /** null = it is no field of the action, but says which action it is. */
  readonly field: ActionFieldName | null;
  readonly why: CellTrouble;
};

type Saved = Action & { readonly version: number };

export type ImportedChange = {
  readonly row: number;
  /** What it changes; null = it adds one. */
  readonly saved: Saved | null;
  readonly action: ActionFields;
  readonly fields: readonly ActionFieldName[];
  /** Someone changed the action after the sheet was made. */
  readonly outdated: boolean;
};

export type RowProblem =
  | { readonly row: number; readonly code: 'unknown-id' }
  | { readonly row: number; readonly code: 'repeated-id'; readonly first: number }
  | { readonly row: number; readonly code: 'field'; readonly problem: ActionFieldProblem }
  | ({ readonly row: number; readonly code: 'unclear' } & UnclearCell);

export type ImportedPlan = {
  readonly changes: readonly ImportedChange[];
  readonly unchanged: number;
  /** In the plan and not in the sheet: left alone. */
  readonly missing: readonly Saved[];
  readonly problems: readonly RowProblem[];
};

/** What the rows would do to the plan; rows with a problem do nothing. */
export function importedPlan(
  rows: readonly ImportedRow[],
  saved: readonly Saved[],
  charter: Charter,
): ImportedPlan {
  const byId = new Map(saved.map((action) => [action.id, action]));
  const firsts = new Map(rows.toReversed().map(({ id, row }) => [id, row]));
  const changes: ImportedChange[] = [];
  const problems: RowProblem[] = [];
  let unchanged = 0;
  for (const imported of rows) {
    const problem = placeProblem(imported, firsts, byId);
    const found = problem === null ? changeIn(imported, byId, charter) : [problem];
    if (found === null) unchanged += 1;
    else if ('saved' in found) changes.push(found);
    else problems.push(...found);
  }
  return { changes, unchanged, missing: saved.filter(({ id }) => !firsts.has(id)), problems };
}

function placeProblem(
  { row, id }: ImportedRow,
  firsts: ReadonlyMap<string | null, number>,
  byId: ReadonlyMap<string, Saved>,
): RowProblem | null {
  if (id === null) return null;
  if (!byId.has(id)) return { row, code: 'unknown-id' };
  const first = firsts.get(id) ?? row;
  return first === row ? null : { row, code: 'repeated-id', first };
}

/** The change, its problems, or null where nothing changes. */
function changeIn(
  { row, id, version, action, unclear = [] }: ImportedRow,
  byId: ReadonlyMap<string, Saved>,
  charter: Charter,
): ImportedChange | readonly RowProblem[] | null {
  const saved = (id === null ? undefined : byId.get(id)) ?? null;
  const draft = { ...action, criteria: criteriaMeant(action.criteria, charter) };
  const checked = checkAction(draft, charter);
  const problems: readonly RowProblem[] = [
    ...unclear.map((cell) => ({ row, code: 'unclear', ...cell }) as const),
    ...(checked.ok ? [] : checked.problem)
      .filter(({ field }) => !unclear.some((cell) => cell.field === field))
      .map((problem) => ({ row, code: 'field', problem }) as const),
  ];
  if (problems.length > 0 || !checked.ok) return problems;
  const fields = saved === null ? [] : differingFields(saved, checked.value);
  if (saved !== null && fields.length === 0) return null;
  return {
    row,
    saved,
    action: checked.value,
    fields,
    outdated: saved !== null && version !== saved.version,
  };
}
