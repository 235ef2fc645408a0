// The action plan as a document: where we stand, what is missing, what will be done by whom and
// when, and how the score came about.
import { PLAN_DOCUMENT } from '#words/plan/action-plan-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import type { Action } from '#app/domain/plan/action.ts';
import { byKeyPriority } from '#app/domain/plan/plan-order.ts';
import { gapBlocks } from './gap.ts';
import type { DocumentModel, Fact } from './model.ts';
import { planBlocks } from './plan-blocks.ts';
import { frameOf, type ReportInput } from './report-input.ts';
import { scoreAppendix } from './score-appendix.ts';
import { standing } from './standing-blocks.ts';
import { levelText } from '#words/kit/wording.ts';

/** The document; everything in it comes from the input. */
export function actionPlanDocument(given: ReportInput): DocumentModel {
  const actions = byKeyPriority(given.actions).flatMap((group) => group.actions);
  const { charter } = given;
  const input = { ...given, actions };
  return {
    ...frameOf(input, LABEL.actionPlan),
    blocks: [
      { kind: 'contents', title: LABEL.contents, depth: actions.length > 40 ? 2 : 3 },
      { kind: 'page-break' },
      ...standing(input, planFacts(actions)),
      { kind: 'heading', level: 2, text: gapTitle(input) },
      ...gapBlocks(input),
      { kind: 'heading', level: 2, text: PLAN_DOCUMENT.whatWeWillDo },
      ...planBlocks(charter, actions, 'team'),
      ...scoreAppendix(input),
    ],
  };
}

function gapTitle({ charter, targetLevel }: ReportInput): string {
  return targetLevel === null
    ? PLAN_DOCUMENT.betweenNext
    : PLAN_DOCUMENT.between(levelText(charter, targetLevel));
}

function planFacts(actions: readonly Action[]): readonly Fact[] {
  const complete = actions.filter(({ status }) => status === 'complete').length;
  return [
    { label: PLAN_DOCUMENT.actionsInThisPlan, value: String(actions.length) },
    { label: PLAN_DOCUMENT.actionsComplete, value: PLAN_DOCUMENT.of(complete, actions.length) },
  ];
}
