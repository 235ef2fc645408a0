// An assessment written as a file, in the format that it says: everything that assessment-file.ts reads, so that
// reading what was written gives the same assessment. What is empty is left out; what only format 2 knows is in no
// file of format 1.
import type { Action, Milestone } from '#app/domain/plan/action.ts';
import type { Answer, EvidenceItem } from '#app/domain/scoring/answer.ts';
import type { Ticked } from '#app/domain/charter/ticked.ts';
import type { Assessment, AssessmentFile, Given } from './assessment-file.ts';

/**
 * The file of an assessment. Actions are numbered by their order in the file, so their ids are not
 * kept. Texts longer than the file allows are written as they are, and refused when it is read.
 */
export function assessmentFileOf(assessment: Assessment): AssessmentFile {
  const { format, organisation, department, targetLevel, actions } = assessment;
  const behind = givenEntries(assessment.leftBehind, format);
  return {
    format,
    charter: assessment.charter,
    ...(organisation === null ? {} : { organisation }),
    ...(department === null ? {} : { department }),
    ...(targetLevel === null ? {} : { targetLevel }),
    ...(format === 1 ? {} : knownEntries(assessment.answerSet)),
    ...givenEntries(assessment.answerSet, format),
    ...(actions.length === 0 ? {} : { actions: actions.map(actionEntry) }),
    ...(Object.keys(behind).length === 0 ? {} : { leftBehind: behind }),
  };
}

function knownEntries({ facts, held }: Given) {
  return {
    ...(facts === undefined || facts.size === 0 ? {} : { facts: Object.fromEntries(facts) }),
    ...(held === undefined || held.size === 0 ? {} : { held: Object.fromEntries(held) }),
  };
}

function givenEntries({ answers, indicators, sources }: Given, format: Assessment['format']) {
  const counts = [...indicators].map(([id, { first, second }]) => {
    const source = sources.get(id);
    return [id, { first, second, ...(source === undefined ? {} : { source }) }] as const;
  });
  return {
    ...(answers.size === 0
      ? {}
      : {
          answers: Object.fromEntries(
            [...answers].map(([id, answer]) => [id, answerEntry(answer, format)] as const),
          ),
        }),
    ...(counts.length === 0 ? {} : { indicators: Object.fromEntries(counts) }),
  };
}

function answerEntry(answer: Answer, format: Assessment['format']) {
  const { claimed, statements, notApplicable, narrative, note, evidence } = answer;
  return {
    ...(claimed === null ? {} : { rating: claimed }),
    ...(format === 1 || statements === undefined ? {} : { statements: tickedEntry(statements) }),
    ...(notApplicable === null ? {} : { notApplicable }),
    ...(narrative === '' ? {} : { narrative }),
    ...(format === 1 || note === undefined ? {} : { note }),
    ...(evidence.length === 0
      ? {}
      : { evidence: evidence.map((item) => evidenceEntry(item, format)) }),
  };
}

function tickedEntry(ticked: Ticked) {
  return Object.fromEntries(
    Object.entries(ticked).map(([rating, places]) => [rating, [...places]]),
  );
}

function evidenceEntry(item: EvidenceItem, format: Assessment['format']) {
  const { title, description, file, sha256, link, dataTable, kind } = item;
  return {
    title,
    ...(description === '' ? {} : { description }),
    ...(file === null ? {} : { file }),
    ...(file === null || sha256 === undefined ? {} : { sha256 }),
    ...(link === null ? {} : { link }),
    ...(dataTable === null ? {} : { dataTable }),
    ...(format === 1 || kind === undefined ? {} : { kind }),
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
