// The columns of the plan as a spreadsheet: how each field of an action is written into a cell, and how
// it is read from one. What is written and read again is the same action.
import { ALSO_CALLED, COLUMNS } from '#words/plan/plan-workbook-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import type { ActionFields, Milestone } from '#app/domain/plan/action.ts';
import { ACTION_FIELDS, type ActionField } from '#app/domain/plan/action-fields.ts';
import type { ActionDraft } from '#app/domain/plan/check-action.ts';
import type { ChoiceField } from '#app/domain/plan/per-field.ts';
import { linesIn, wordsIn } from '#app/domain/plan/cell-lists.ts';
import type { MilestoneDraft } from '#app/domain/plan/check-milestones.ts';
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import {
  type Cell,
  type CellTrouble,
  type Column,
  dateCell,
  type ReadCell,
  textCell,
} from '#app/domain/workbook.ts';
import { actionWords, choiceWords } from '#words/plan/action-words.ts';
import { monthNumber, shortDate } from '#words/kit/day-words.ts';

export const ACTIONS_SHEET = LABEL.actions;
/** Hidden: which action a row is, and which of its versions. */
export const ID_TITLE = COLUMNS.id;
export const VERSION_TITLE = COLUMNS.version;

/** The columns of the sheet, first to last. */
export const PLAN_COLUMNS: readonly Column[] = [
  { title: ID_TITLE, width: 0 },
  { title: VERSION_TITLE, width: 0 },
  { title: LABEL.number, width: 9 },
  ...ACTION_FIELDS.map((field) => {
    const column = { title: actionWords[field.name].name, width: field.width };
    return field.kind === 'choice' ? { ...column, choices: labelsOf(field) } : column;
  }),
];

function labelsOf(field: ChoiceField): readonly string[] {
  return field.choices.map((value) => choiceWords[field.name][value] ?? value);
}

/** The cell of one field. */
export function fieldCell(action: ActionFields, field: ActionField): Cell {
  switch (field.kind) {
    case 'criteria':
      return textCell(action[field.name].join(', '));
    case 'lines':
      return textCell(action[field.name].join('\n'));
    case 'milestones':
      return textCell(action[field.name].map(milestoneLine).join('\n'));
    case 'day':
      return dateCell(action[field.name]);
    case 'choice':
      return textCell(choiceWords[field.name][action[field.name]] ?? '');
    default:
      return textCell(action[field.name]);
  }
}

function milestoneLine({ on, text, done }: Milestone): string {
  return `${on} ${done ? '[x]' : '[ ]'} ${text}`;
}

/** The action with this field as a cell has it; what makes no sense is kept, and refused later. */
export function withCell(draft: ActionDraft, field: ActionField, cell: ReadCell): ActionDraft {
  return { ...draft, [field.name]: valueIn(field, cell) };
}

function valueIn(field: ActionField, cell: ReadCell): ActionDraft[keyof ActionDraft] {
  const text = cellWords(cell);
  switch (field.kind) {
    case 'criteria':
      return wordsIn(text, ACTION_LIMITS.criteria);
    case 'lines':
      return linesIn(text, field.most);
    case 'milestones':
      return linesIn(text, ACTION_LIMITS.milestones).map(milestoneIn);
    case 'day':
      return dayOfCell(cell);
    case 'choice':
      return valueOf(choiceWords[field.name], text) ?? field.otherwise;
    default:
      return text;
  }
}

/** Why the field cannot be told from its cell; null = it can. Of a day, only the day has to be clear. */
export function cellTrouble(field: ActionField, cell: ReadCell | undefined): CellTrouble | null {
  if (cell?.kind !== 'unclear') return null;
  return field.kind === 'day' && cell.day !== undefined ? null : cell.why;
}

function dayOfCell(cell: ReadCell): string | null {
  if (cell.kind === 'date' || cell.kind === 'unclear') return cell.day ?? null;
  const text = cellWords(cell);
  return text === '' ? null : dayIn(text);
}

/** What a cell shows, as text. */
export function cellWords(cell: ReadCell | undefined): string {
  switch (cell?.kind) {
    case 'text':
      return cell.text;
    case 'number':
      return 'shown' in cell ? cell.shown : String(cell.number);
    case 'date':
      return 'shown' in cell ? cell.shown : shortDate(cell.day);
    default:
      return '';
  }
}

// The mark is left out by people who add a line of their own. The rest is whatever stands there, with any
// kind of line separator: were one refused, the expression would try every place before it.
function milestoneIn(line: string): MilestoneDraft {
  const [, on = '', mark = '', text = ''] =
    /^\s*(\d{1,2} \p{L}{3,9} \d{4}|\S+)\s*(\[[ xX]?\])?\s?(.*)$/su.exec(line) ?? [];
  return { on: on === '' ? null : dayIn(on), text, done: /x/i.test(mark) };
}

/** 31/3/2027, 31 3 2027 and 31 March 2027 as 2027-03-31; everything else as it is. */
function dayIn(text: string): string {
  const [, day, written = '', year] =
    /^\s*(\d{1,2})(?:[/. ]|\s*-\s*)(\d{1,2}|\p{L}{3,9})(?:[/. ]|\s*-\s*)(\d{4})\s*$/u.exec(text) ??
    [];
  const month = /\d/.test(written) ? written : monthNumber(written)?.toString();
  if (day === undefined || month === undefined || year === undefined) return text;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The value with this label or another word for it; null for an empty cell, and the text itself where none has it. */
function valueOf(labels: Readonly<Record<string, string>>, text: string): string | null {
  const asked = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
  if (asked === '') return null;
  const label = ALSO_CALLED[asked] ?? asked;
  return Object.entries(labels).find(([, one]) => one.toLowerCase() === label)?.[0] ?? text;
}
