// The plan behind an award as anyone may read it, on the page, as data and as a document: what, why and
// until when; never who, and no figure of where things stand (catalogue DATA-01, DATA-03).
import type { Action } from '#app/domain/plan/action.ts';
import { type AssessmentFile, assessmentOf } from '#app/domain/formats/assessment-file.ts';

const REMOVED = '[name removed]';

/** The submitted actions without owners, without those who do the work, and without a baseline. */
export function publicPlan(content: AssessmentFile): readonly Action[] {
  const { actions } = assessmentOf(content);
  const names = namesIn(actions);
  const text = (value: string) =>
    names.reduce((left, name) => left.replaceAll(name, REMOVED), value);
  return actions.map((action) => ({
    ...action,
    owner: '',
    responsible: '',
    baseline: '',
    keyPriority: text(action.keyPriority),
    objective: text(action.objective),
    reason: text(action.reason),
    steps: action.steps.map(text),
    milestones: action.milestones.map((milestone) => ({
      ...milestone,
      text: text(milestone.text),
    })),
    resources: text(action.resources),
    successMeasure: text(action.successMeasure),
    target: text(action.target),
  }));
}

// An owner is written as 'Name, post': what stands before the comma is taken for a name, and removed
// wherever else the plan says it. One word alone is left, because it may be any word.
function namesIn(actions: readonly Action[]): readonly string[] {
  const written = actions.flatMap(({ owner, responsible }) => [
    owner.split(/[,(]/)[0] ?? '',
    ...responsible.split(/[;,\n]/),
  ]);
  return [...new Set(written.map((name) => name.trim()))]
    .filter((name) => /^\p{L}\S*(?:\s+\S+){1,4}$/u.test(name))
    .toSorted((one, other) => other.length - one.length);
}
