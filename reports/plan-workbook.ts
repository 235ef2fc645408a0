// The action plan as a workbook: the actions, the criteria that they can be for, and how to fill it in.
import type { Action } from '#app/domain/plan/action.ts';
import { ACTION_FIELDS } from '#app/domain/plan/action-fields.ts';
import { type Charter, charterTitle } from '#app/domain/charter/charter.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import { type Sheet, textCell, type Workbook } from '#app/domain/workbook.ts';
import { longDate } from '#words/kit/day-words.ts';
import { ACTIONS_SHEET, fieldCell, PLAN_COLUMNS } from './plan-columns.ts';
import { ratingText } from '#words/kit/wording.ts';

type Plan = {
  readonly charter: Charter;
  readonly scorecard: Scorecard;
  readonly organisation: string;
  readonly department: string;
  /** In the order of the plan. */
  readonly actions: readonly (Action & { readonly version: number })[];
  /** YYYY-MM-DD */
  readonly preparedOn: string;
};

/** The workbook; everything in it comes from the plan. */
export function planWorkbook(plan: Plan): Workbook {
  return {
    title: `Action plan of ${plan.department}, ${plan.organisation}`,
    sheets: [actionsSheet(plan), criteriaSheet(plan), readMeSheet(plan)],
  };
}

function actionsSheet({ actions }: Plan): Sheet {
  return {
    name: ACTIONS_SHEET,
    columns: PLAN_COLUMNS,
    rows: actions.map((action, index) => [
      textCell(action.id),
      { kind: 'number', number: action.version },
      { kind: 'number', number: index + 1 },
      ...ACTION_FIELDS.map((field) => fieldCell(action, field)),
    ]),
  };
}

function criteriaSheet({ charter, scorecard }: Plan): Sheet {
  const scores = new Map(scorecard.criteria.map((score) => [score.id, score]));
  return {
    name: 'Criteria',
    columns: [
      { title: 'Criterion', width: 12 },
      { title: 'Section', width: 30 },
      { title: 'Title', width: 50 },
      { title: 'Supported rating', width: 22 },
      { title: 'Question', width: 70 },
    ],
    rows: charter.sections.flatMap((section) =>
      section.criteria.map(({ id, title, question }) => {
        const score = scores.get(id);
        const rating =
          score?.applicable === false
            ? 'Not applicable'
            : ratingText(charter, score?.supported ?? null);
        return [id, section.title, title, rating, question].map(textCell);
      }),
    ),
  };
}

function readMeSheet({ charter, organisation, department, preparedOn }: Plan): Sheet {
  const lines = [
    [
      'What this is',
      `The action plan of ${department}, ${organisation}, on ${longDate(preparedOn)}.`,
    ],
    ['Charter', charterTitle(charter)],
    [
      'Bring it back',
      'Save it as .xlsx and choose ‘Bring a spreadsheet back’ on the plan. You see every change before anything is saved. Rows that you delete here are left alone there.',
    ],
    [
      'Add an action',
      'Write it into the next empty row and leave the hidden columns A and B empty. Do not copy a whole row: its hidden id would come along.',
    ],
    ['Dates', 'Enter real dates. ‘Ongoing’ and ‘to be confirmed’ are refused.'],
    ['Steps', 'One step on each line of the cell (Alt and Enter).'],
    [
      'Milestones',
      'One on each line: the date, [x] if it is reached or [ ] if not, and what can be seen. For example: 2027-03-31 [ ] The board agrees the budget',
    ],
    ['Criteria', 'Their ids, with commas between them. The sheet ‘Criteria’ lists them.'],
    ['Priority and status', 'Choose from the list in the cell.'],
    ['About the charter', charter.notice],
  ];
  return {
    name: 'Read me',
    columns: [
      { title: 'Subject', width: 22 },
      { title: 'What to know', width: 100 },
    ],
    rows: lines.map((line) => line.map(textCell)),
  };
}
