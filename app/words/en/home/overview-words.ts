// The overview of an organisation's departments: what its page, its spreadsheet and its document say.
import type { OverviewSort, OverviewState } from '#app/domain/home/overview.ts';
import { dayText } from '#words/kit/time.ts';

export const OVERVIEW = {
  title: 'Overview of departments',
  of: (organisation: string) => `Overview of departments: ${organisation}`,
  audience: (organisation: string) => `For people with a role in the whole of ${organisation}.`,
  filter: 'Which departments',
  text: 'Department, name or charter',
  state: 'State',
  sort: 'Order by',
  all: 'All states',
  show: 'Show',
  none: 'No department is like that.',
  found: (found: number, all: number) => (found === all ? `${all} in all` : `${found} of ${all}`),
  everything: 'Show all departments',
  asXlsx: 'Download this table as a spreadsheet (XLSX)',
  asPdf: 'Download this table as a document (PDF)',
  start: 'No assessment yet',
  department: 'Department',
  departments: 'Departments',
  name: 'Name',
  charter: 'Charter',
  level: 'Level so far',
  score: 'Score so far',
  levelAndScore: 'Level and score so far',
  answered: 'Answered',
  ready: 'Criteria ready',
  criteria: 'Criteria',
  sections: 'Sections',
  dueOn: 'Due on',
  plan: 'Action plan',
  actions: 'Actions',
  actionsDone: 'Actions complete',
  actionsOverdue: 'Actions overdue',
  before: 'Earlier submission',
  beforeOn: 'Earlier submitted on',
  beforeWhat: 'Result of the earlier submission',
  beforeScore: 'Score of the earlier submission',
  change: 'Change in percentage points',
  sectionScores: 'Scores by section',
  sectionsOf: (charter: string) => `Scores by section: ${charter}`,
  sectionKey: (charter: string) => `What the bars stand for: ${charter}`,
  noScore: 'no score',
  statesOn: (day: string) => `As it stood on ${dayText(day)}`,
  readyOf: (ready: number, all: number) => `${ready} of ${all} ready`,
  answeredText: (share: string) => `${share} answered`,
  planText: (done: number, all: number) =>
    all === 0 ? 'No action yet' : `${done} of ${all} complete`,
  overdueText: (overdue: number) => `${overdue} overdue`,
} as const;

/** The states in words. */
export const OVERVIEW_STATE: Readonly<Record<OverviewState, string>> = {
  none: 'No assessment',
  draft: 'Being written',
  waiting: 'Waits for a signature',
  'sent-back': 'Sent back instead of signed',
  signed: 'Signed, not submitted',
  submitted: 'Before the panel',
  revisions: 'Revisions asked for',
  decided: 'Decided',
  awarded: 'Awarded',
};

/** By what it can be ordered. */
export const OVERVIEW_SORT: Readonly<Record<OverviewSort, string>> = {
  department: 'Department',
  state: 'State',
  level: 'Level, highest first',
  score: 'Score, highest first',
  coverage: 'Answered, most first',
  deadline: 'Date, next first',
  plan: 'Action plan, most complete first',
};

/** '6.1 percentage points higher'; '' where it cannot be told. */
export function changeText(tenths: number | null): string {
  if (tenths === null) return '';
  if (tenths === 0) return 'the same score';
  const points = (Math.abs(tenths) / 10).toFixed(1);
  return `${points} percentage points ${tenths > 0 ? 'higher' : 'lower'} now`;
}

/** 'The level, 54.2%, submitted on 3 March 2026'. */
export function beforeText({
  what,
  score,
  submittedOn,
}: {
  readonly what: string;
  readonly score: string;
  readonly submittedOn: string;
}): string {
  const said = [what, score, `submitted on ${dayText(submittedOn)}`];
  return said.filter((part) => part !== '').join(', ');
}
