// The action plan as a workbook: the actions, the criteria that they can be for, and how to fill it in.
import { WORKBOOK } from '#words/plan/plan-workbook-words.ts';
import { LABEL } from '#words/kit/labels.ts';
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
    title: WORKBOOK.title(plan.department, plan.organisation),
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
    name: LABEL.criteria,
    columns: [
      { title: LABEL.criterion, width: 12 },
      { title: LABEL.section, width: 30 },
      { title: LABEL.title, width: 50 },
      { title: WORKBOOK.supportedRating, width: 22 },
      { title: LABEL.question, width: 70 },
    ],
    rows: charter.sections.flatMap((section) =>
      section.criteria.map(({ id, title, question }) => {
        const score = scores.get(id);
        const rating =
          score?.applicable === false
            ? LABEL.notApplicable
            : ratingText(charter, score?.supported ?? null);
        return [id, section.title, title, rating, question].map(textCell);
      }),
    ),
  };
}

function readMeSheet({ charter, organisation, department, preparedOn }: Plan): Sheet {
  const lines = [
    [WORKBOOK.what, WORKBOOK.whose(department, organisation, longDate(preparedOn))],
    [LABEL.charter, charterTitle(charter)],
    [WORKBOOK.bringItBack, WORKBOOK.howToBringBack],
    [WORKBOOK.addAnAction, WORKBOOK.howToAdd],
    [LABEL.dates, WORKBOOK.howDates],
    [WORKBOOK.steps, WORKBOOK.howSteps],
    [WORKBOOK.milestones, WORKBOOK.howMilestones],
    [LABEL.criteria, WORKBOOK.howCriteria],
    [WORKBOOK.priorityAndStatus, WORKBOOK.howChoices],
    [WORKBOOK.aboutTheCharter, charter.notice],
  ];
  return {
    name: WORKBOOK.readMe,
    columns: [
      { title: WORKBOOK.subject, width: 22 },
      { title: WORKBOOK.whatToKnow, width: 100 },
    ],
    rows: lines.map((line) => line.map(textCell)),
  };
}
