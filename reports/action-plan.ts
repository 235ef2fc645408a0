// The action plan as a document: where we stand, what is missing, what will be done by whom and
// when, and how the score came about.
import type { Action } from '#app/domain/action-plan/action.ts';
import { gapBlocks } from './gap.ts';
import { datesText, ganttOf } from './gantt-model.ts';
import type { Block, DocumentModel, Fact } from './model.ts';
import { frameOf, type ReportInput } from './report-input.ts';
import { scoreAppendix } from './score-appendix.ts';
import { standing } from './standing.ts';
import { criterionName, levelText, priorityText, statusText } from './wording.ts';

/** The document; everything in it comes from the input. */
export function actionPlanDocument(input: ReportInput): DocumentModel {
  const { actions } = input;
  return {
    ...frameOf(input, 'Action plan'),
    blocks: [
      { kind: 'contents', title: 'Contents', depth: actions.length > 40 ? 2 : 3 },
      { kind: 'page-break' },
      ...standing(input, planFacts(actions)),
      { kind: 'heading', level: 2, text: gapTitle(input) },
      ...gapBlocks(input),
      { kind: 'heading', level: 2, text: 'What we will do' },
      ...overview(input),
      ...(actions.length === 0 ? [] : details(input)),
      ...scoreAppendix(input),
    ],
  };
}

function gapTitle({ charter, targetLevel }: ReportInput): string {
  return targetLevel === null
    ? 'What stands between us and the next level'
    : `What stands between us and ${levelText(charter, targetLevel)}`;
}

function planFacts(actions: readonly Action[]): readonly Fact[] {
  const complete = actions.filter(({ status }) => status === 'complete').length;
  return [
    { label: 'Actions in this plan', value: String(actions.length) },
    { label: 'Actions complete', value: `${complete} of ${actions.length}` },
  ];
}

function overview(input: ReportInput): readonly Block[] {
  const { actions } = input;
  if (actions.length === 0) {
    const text = 'This plan has no actions yet.';
    return [{ kind: 'callout', title: 'No actions yet', paragraphs: [text] }];
  }
  const gantt = ganttOf(actions);
  return [
    {
      kind: 'table',
      table: {
        caption: 'All actions',
        columns: [
          { title: 'Action', share: 29, align: 'start' },
          { title: 'Criteria', share: 11, align: 'start' },
          { title: 'Owner', share: 20, align: 'start' },
          { title: 'Dates', share: 16.5, align: 'start' },
          { title: 'Priority', share: 10, align: 'start' },
          { title: 'Status', share: 13.5, align: 'start' },
        ],
        rows: actions.map((action, index) => [
          `${index + 1}. ${action.objective}`,
          action.criteria.join(', '),
          orNotYet(action.owner),
          // One date to a line, so that none is broken.
          datesText(action).replace(' to ', ' to\n'),
          priorityText[action.priority],
          { text: statusText[action.status], strong: true },
        ]),
      },
    },
    { kind: 'heading', level: 3, text: 'The plan over time' },
    gantt === null
      ? { kind: 'paragraph', style: 'body', text: 'No action has dates yet.' }
      : { kind: 'gantt', gantt },
  ];
}

function details(input: ReportInput): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Each action in full' },
    ...input.actions.flatMap((action, index) => actionBlocks(input, action, index)),
  ];
}

function actionBlocks(input: ReportInput, action: Action, index: number): readonly Block[] {
  const criteria = action.criteria.map((id) => criterionName(input.charter, id));
  return [
    { kind: 'heading', level: 3, text: `${index + 1}. ${action.objective}` },
    {
      kind: 'details',
      facts: [
        { label: 'Owner', value: orNotYet(action.owner) },
        { label: 'Dates', value: datesText(action) },
        { label: 'Priority', value: priorityText[action.priority] },
        { label: 'Status', value: statusText[action.status] },
        { label: 'Criteria', value: orNotYet(criteria.join('\n')) },
      ],
    },
    ...part('Why', action.reason),
    { kind: 'heading', level: 4, text: 'Steps' },
    action.steps.length === 0
      ? { kind: 'paragraph', style: 'body', text: notYet }
      : { kind: 'list', ordered: true, items: action.steps },
    ...part('Resources', action.resources),
    ...part('How we will know that it worked', action.successMeasure),
  ];
}

const notYet = 'Not set yet';

function part(title: string, text: string): readonly Block[] {
  return [
    { kind: 'heading', level: 4, text: title },
    { kind: 'paragraph', style: 'body', text: orNotYet(text) },
  ];
}

function orNotYet(text: string): string {
  return text.trim() === '' ? notYet : text;
}
