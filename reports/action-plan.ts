// The action plan as a document: where we stand, what is missing, what will be done by whom and
// when, and how the score came about.
import type { Action } from '#app/domain/action-plan/action.ts';
import { byKeyPriority, type Group } from '#app/domain/action-plan/plan-order.ts';
import { gapBlocks } from './gap.ts';
import { datesText, ganttOf, milestoneText } from './gantt-model.ts';
import type { Block, DocumentModel, Fact } from './model.ts';
import { frameOf, type ReportInput } from './report-input.ts';
import { scoreAppendix } from './score-appendix.ts';
import { standing } from './standing.ts';
import { criterionName, levelText, priorityText, statusText } from './wording.ts';

/** The document; everything in it comes from the input. */
export function actionPlanDocument(given: ReportInput): DocumentModel {
  const actions = byKeyPriority(given.actions).flatMap((group) => group.actions);
  const input = { ...given, actions };
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
    ...byKeyPriority(numbered(actions)).map((group) => overviewTable(group, actions.length)),
    { kind: 'heading', level: 3, text: 'The plan over time' },
    gantt === null
      ? { kind: 'paragraph', style: 'body', text: 'No action has dates yet.' }
      : { kind: 'gantt', gantt },
  ];
}

type Numbered = Action & { readonly number: number };

function numbered(actions: readonly Action[]): readonly Numbered[] {
  return actions.map((action, index) => ({ ...action, number: index + 1 }));
}

function overviewTable({ keyPriority, actions }: Group<Numbered>, of: number): Block {
  const unnamed = actions.length === of ? 'All actions' : 'Other actions';
  return {
    kind: 'table',
    table: {
      caption: keyPriority === '' ? unnamed : `Key priority: ${keyPriority}`,
      columns: [
        { title: 'Action', share: 29, align: 'start' },
        { title: 'Criteria', share: 11, align: 'start' },
        { title: 'Owner', share: 20, align: 'start' },
        { title: 'Dates', share: 16.5, align: 'start' },
        { title: 'Priority', share: 10, align: 'start' },
        { title: 'Status', share: 13.5, align: 'start' },
      ],
      rows: actions.map((action) => [
        `${action.number}. ${action.objective}`,
        action.criteria.join(', '),
        orNotYet(action.owner),
        // One date to a line, so that none is broken.
        datesText(action).replace(' to ', ' to\n'),
        priorityText[action.priority],
        { text: statusText[action.status], strong: true },
      ]),
    },
  };
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
        ...fact('Key priority', action.keyPriority),
        { label: 'Owner', value: orNotYet(action.owner) },
        ...fact('Who does the work', action.responsible),
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
    ...milestoneBlocks(action),
    ...part('Resources', action.resources),
    ...part('How we will know that it worked', action.successMeasure),
    ...measureBlocks(action),
  ];
}

function milestoneBlocks({ milestones }: Action): readonly Block[] {
  if (milestones.length === 0) return [];
  return [
    { kind: 'heading', level: 4, text: 'Milestones' },
    { kind: 'list', ordered: false, items: milestones.map(milestoneText) },
  ];
}

function measureBlocks({ baseline, target }: Action): readonly Block[] {
  const facts = [...fact('Where it stands', baseline), ...fact('Where it is to be', target)];
  return facts.length === 0 ? [] : [{ kind: 'details', facts }];
}

/** A fact that is left out where nothing is said. */
function fact(label: string, value: string): readonly Fact[] {
  return value === '' ? [] : [{ label, value }];
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
