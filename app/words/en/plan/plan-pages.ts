// What the pages of the action plan say outside their markup.
import type { BoardColumn, Quarter } from '#app/domain/plan/plan-totals.ts';
import type { AwardState } from '#app/domain/award/award.ts';

/** What the award behind the reports is worth. */
export const AWARD_STATES: Readonly<Record<AwardState, string>> = {
  unpublished: 'decided, and not in the register yet',
  valid: 'valid',
  grace: 'in its grace period',
  expired: 'expired',
  withdrawn: 'withdrawn',
};

/** The form of an action. */
export const ACTION_FORM = {
  usedSoFar: (what: string, names: string) => `${what}. Used so far: ${names}`,
  suggested: 'This is what the charter suggests. Change it until it is yours.',
  fromPrevious:
    'This is an action of your previous plan. Say what is to be done from now on, and by when.',
};

/** The plan. */
export const PLAN = {
  keyPriority: (name: string) => `Key priority: ${name}`,
};

/** The plan by owner and by quarter. */
export const TOTALS = {
  title: 'Totals',
  byOwner: 'Actions by owner',
  byQuarter: 'Actions by the quarter in which they are due',
  quarterColumn: 'Quarter',
  actions: 'Actions',
  complete: 'Complete',
  overdue: 'Overdue',
  nobody: 'No owner yet',
  noDate: 'No date yet',
  quarter: ({ year, quarter }: Quarter) =>
    `${{ 1: 'January to March', 2: 'April to June', 3: 'July to September', 4: 'October to December' }[quarter]} ${year}`,
};

/** The plan as a table or as a board. */
export const PLAN_VIEWS = {
  label: 'How the plan is shown',
  table: 'Table',
  board: 'Board',
  empty: 'No action',
  overdue: 'Overdue',
  today: 'Today',
  columns: {
    'not-started': 'Not started',
    'under-way': 'Under way',
    complete: 'Done',
  } satisfies Readonly<Record<BoardColumn, string>>,
};

/** What a panel would look for in an action and not find. */
export const MISSING = {
  owner: 'an owner',
  dueDate: 'a due date',
  successMeasure: 'a success measure',
  criterion: 'a criterion',
};

/** A plan that comes back as a spreadsheet. */
export const PLAN_IMPORT = {
  bringBack: 'Bring a spreadsheet back',
  whatChanges: 'What the spreadsheet changes',
  newAction: 'New action',
  action: (row: number) => `Action ${row}`,
  field: 'Field',
  text: 'Text',
  savedNow: 'Saved now',
  inTheSpreadsheet: 'In the spreadsheet',
  fieldsOf: (action: string) => `${action}: its fields`,
  changesOf: (action: string) => `${action}: what changes`,
};

/** The plan in a calendar. */
export const PLAN_CALENDAR = {
  title: (department: string) => `Action plan of ${department}`,
  owner: (name: string) => `Owner: ${name}`,
  status: (status: string) => `Status: ${status}`,
  due: (objective: string) => `Due: ${objective}`,
};

/** Why a report cannot be sent. */
export const NOT_SENDABLE = {
  sent: 'This report has been sent. It cannot be changed any more.',
  nothingSaved: 'Nothing of this report is saved yet. Write it first.',
  notNow:
    'You cannot send this report now. The assessment lead sends it, in the last three months of its year or later.',
};

/** The reports of the years after an award. */
export const PROGRESS = {
  year: (year: number) => `Year ${year}`,
  begins: (day: string) => `begins on ${day}`,
  open: (day: string) => `can be written, and sent from ${day}`,
  due: (day: string) => `due by ${day}`,
  overdue: (day: string) => `overdue, it was due by ${day}`,
  sent: (at: string) => `sent ${at}`,
};

/** The report of one year. */
export const PROGRESS_YEAR = {
  was: (state: string) => `This report was ${state}.`,
  notAsked: 'The award is withdrawn, so this report is not asked for any more.',
  is: (state: string) => `This report is ${state}.`,
  notSaidYet: 'Not said yet',
  chooseStatus: 'Choose the status',
  changedMeanwhile:
    'The report was changed after you opened this page, and nothing was sent. Read it again as it is now',
};
