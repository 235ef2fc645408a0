// An assessment written as a file, format 1: everything that assessment-file.ts reads, so that
// reading what was written gives the same assessment. What is empty is left out.
import type { Action, Milestone } from '#app/domain/plan/action.ts';
import type { Answer, EvidenceItem } from '#app/domain/scoring/answer.ts';
import type { Assessment, AssessmentFile, Given } from './assessment-file.ts';

/**
 * The file of an assessment. Actions are numbered by their order in the file, so their ids are not
 * kept. Texts longer than the file allows are written as they are, and refused when it is read.
 */
export function assessmentFileOf(assessment: Assessment): AssessmentFile {
  const { organisation, department, targetLevel, actions } = assessment;
  const behind = givenEntries(assessment.leftBehind);
  return {
    format: 1,
    charter: assessment.charter,
    ...(organisation === null ? {} : { organisation }),
    ...(department === null ? {} : { department }),
    ...(targetLevel === null ? {} : { targetLevel }),
    ...givenEntries(assessment.answerSet),
    ...(actions.length === 0 ? {} : { actions: actions.map(actionEntry) }),
    ...(Object.keys(behind).length === 0 ? {} : { leftBehind: behind }),
  };
}

function givenEntries({ answers, indicators, sources }: Given) {
  const counts = [...indicators].map(([id, { first, second }]) => {
    const source = sources.get(id);
    return [id, { first, second, ...(source === undefined ? {} : { source }) }] as const;
  });
  return {
    ...(answers.size === 0
      ? {}
      : {
          answers: Object.fromEntries(
            [...answers].map(([id, answer]) => [id, answerEntry(answer)] as const),
          ),
        }),
    ...(counts.length === 0 ? {} : { indicators: Object.fromEntries(counts) }),
  };
}

function answerEntry({ claimed, notApplicable, narrative, evidence }: Answer) {
  return {
    ...(claimed === null ? {} : { rating: claimed }),
    ...(notApplicable === null ? {} : { notApplicable }),
    ...(narrative === '' ? {} : { narrative }),
    ...(evidence.length === 0 ? {} : { evidence: evidence.map(evidenceEntry) }),
  };
}

function evidenceEntry({ title, description, file, sha256, link, dataTable }: EvidenceItem) {
  return {
    title,
    ...(description === '' ? {} : { description }),
    ...(file === null ? {} : { file }),
    ...(file === null || sha256 === undefined ? {} : { sha256 }),
    ...(link === null ? {} : { link }),
    ...(dataTable === null ? {} : { dataTable }),
  };
}

function actionEntry(action: Action) {
  const { criteria, steps, startOn, dueOn, milestones } = action;
  const texts = {
    keyPriority: action.keyPriority,
    reason: action.reason,
    owner: action.owner,
    responsible: action.responsible,
    resources: action.resources,
    successMeasure: action.successMeasure,
    baseline: action.baseline,
    target: action.target,
  };
  return {
    objective: action.objective,
    ...(criteria.length === 0 ? {} : { criteria: [...criteria] }),
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    ...(steps.length === 0 ? {} : { steps: [...steps] }),
    ...(startOn === null ? {} : { startOn }),
    ...(dueOn === null ? {} : { dueOn }),
    ...(milestones.length === 0 ? {} : { milestones: milestones.map(milestoneEntry) }),
    priority: action.priority,
    status: action.status,
    ...(action.carries === null ? {} : { carries: action.carries }),
  };
}

function milestoneEntry({ on, text, done }: Milestone) {
  return { on, text, ...(done ? { done } : {}) };
}
