// The actions of a plan as blocks of a document: an overview, a chart over time, each action in full.
import { PLAN_PARTS } from '#words/plan/action-plan-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import type { Action } from '#app/domain/plan/action.ts';
import { ACTION_FIELDS, type ActionField } from '#app/domain/plan/action-fields.ts';
import { byKeyPriority, type Group } from '#app/domain/plan/plan-order.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { TableColumn } from './chart-model.ts';
import { datesText, milestoneText } from '#words/plan/gantt-words.ts';
import { ganttOf } from './gantt-model.ts';
import type { Block, Fact } from './model.ts';
import { actionFieldText, actionWords } from '#words/plan/action-words.ts';
import { priorityText, statusText } from '#words/plan/status-words.ts';
import { criterionName } from '#words/kit/wording.ts';

/** Whom a plan is for. What anyone may read names no owner, and gives no figure of where things stand. */
export type Readers = 'team' | 'anyone';

/** The actions, in the order of the plan: an overview, the plan over time, and each in full. */
export function planBlocks(
  charter: Charter,
  actions: readonly Action[],
  readers: Readers,
): readonly Block[] {
  if (actions.length === 0) {
    const text = PLAN_PARTS.noActions;
    return [{ kind: 'callout', title: LABEL.noActionsYet, paragraphs: [text] }];
  }
  const gantt = ganttOf(actions);
  return [
    ...byKeyPriority(numbered(actions)).map((group) =>
      overviewTable(group, { of: actions.length, readers }),
    ),
    { kind: 'heading', level: 3, text: LABEL.planOverTime },
    gantt === null
      ? { kind: 'paragraph', style: 'body', text: PLAN_PARTS.noDates }
      : { kind: 'gantt', gantt },
    { kind: 'heading', level: 2, text: PLAN_PARTS.inFull },
    ...actions.flatMap((action, index) =>
      actionBlocks({ ...action, number: index + 1 }, charter, readers),
    ),
  ];
}

type Numbered = Action & { readonly number: number };

function numbered(actions: readonly Action[]): readonly Numbered[] {
  return actions.map((action, index) => ({ ...action, number: index + 1 }));
}

function overviewTable(
  { keyPriority, actions }: Group<Numbered>,
  { of, readers }: { readonly of: number; readonly readers: Readers },
): Block {
  const unnamed = actions.length === of ? LABEL.allActions : LABEL.otherActions;
  return {
    kind: 'table',
    table: {
      caption: keyPriority === '' ? unnamed : PLAN_PARTS.keyPriority(keyPriority),
      columns: COLUMNS[readers],
      rows: actions.map((action) => [
        `${action.number}. ${action.objective}`,
        action.criteria.join(', '),
        ...(readers === 'team' ? [orNotYet(action.owner)] : []),
        // One date to a line, so that none is broken.
        datesText(action).replace(' to ', ' to\n'),
        priorityText[action.priority],
        { text: statusText[action.status], strong: true as const },
      ]),
    },
  };
}

const column = (title: string, share: number): TableColumn => ({ title, share, align: 'start' });

const COLUMNS: Readonly<Record<Readers, readonly TableColumn[]>> = {
  team: [
    column(LABEL.action, 29),
    column(LABEL.criteria, 11),
    column(LABEL.owner, 20),
    column(LABEL.dates, 16.5),
    column(LABEL.priority, 10),
    column(LABEL.status, 13.5),
  ],
  anyone: [
    column(LABEL.action, 47),
    column(LABEL.criteria, 12),
    column(LABEL.dates, 17.5),
    column(LABEL.priority, 10),
    column(LABEL.status, 13.5),
  ],
};

function actionBlocks(action: Numbered, charter: Charter, readers: Readers): readonly Block[] {
  const criteria = action.criteria.map((id) => criterionName(charter, id));
  const fields = ACTION_FIELDS.filter((field) => readers === 'team' || field.readers !== 'team');
  const figures = fields.filter(({ inDocument }) => inDocument === 'figure');
  return [
    { kind: 'heading', level: 3, text: `${action.number}. ${action.objective}` },
    {
      kind: 'details',
      facts: [
        ...fields
          .filter(({ inDocument }) => inDocument === 'fact')
          .flatMap((field) => fact(action, field)),
        { label: LABEL.dates, value: datesText(action) },
        { label: LABEL.priority, value: priorityText[action.priority] },
        { label: LABEL.status, value: statusText[action.status] },
        { label: LABEL.criteria, value: orNotYet(criteria.join('\n')) },
      ],
    },
    ...fields
      .filter(({ inDocument }) => inDocument === 'part')
      .flatMap((field) => part(action, field)),
    ...details(figures.flatMap((field) => fact(action, field))),
  ];
}

function details(facts: readonly Fact[]): readonly Block[] {
  return facts.length === 0 ? [] : [{ kind: 'details', facts }];
}

function fact(action: Action, field: ActionField): readonly Fact[] {
  const value = actionFieldText(action, field);
  if ('awaited' in field) return [{ label: titleOf(field), value: orNotYet(value) }];
  return value === '' ? [] : [{ label: titleOf(field), value }];
}

/** A heading with what the field says. */
function part(action: Action, field: ActionField): readonly Block[] {
  const block = said(action, field);
  if (block === null && !('awaited' in field)) return [];
  return [
    { kind: 'heading', level: 4, text: titleOf(field) },
    block ?? { kind: 'paragraph', style: 'body', text: notYet },
  ];
}

/** A list of steps and of milestones, a paragraph of everything else; null where it is empty. */
function said(action: Action, field: ActionField): Block | null {
  switch (field.kind) {
    case 'lines':
      return list(action[field.name], true);
    case 'milestones':
      return list(action[field.name].map(milestoneText), false);
    default: {
      const text = actionFieldText(action, field);
      return text.trim() === '' ? null : { kind: 'paragraph', style: 'body', text };
    }
  }
}

function list(items: readonly string[], ordered: boolean): Block | null {
  return items.length === 0 ? null : { kind: 'list', ordered, items };
}

const notYet = LABEL.notSetYet;

function titleOf({ name }: ActionField): string {
  return actionWords[name].inDocument ?? actionWords[name].name;
}

function orNotYet(text: string): string {
  return text.trim() === '' ? notYet : text;
}
