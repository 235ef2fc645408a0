// The action plan as a document: where we stand, what is missing, what will be done by whom and
// when, and how the score came about.
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
    ...frameOf(input, 'Action plan'),
    blocks: [
      { kind: 'contents', title: 'Contents', depth: actions.length > 40 ? 2 : 3 },
      { kind: 'page-break' },
      ...standing(input, planFacts(actions)),
      { kind: 'heading', level: 2, text: gapTitle(input) },
      ...gapBlocks(input),
      { kind: 'heading', level: 2, text: 'What we will do' },
      ...planBlocks(charter, actions, 'team'),
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
