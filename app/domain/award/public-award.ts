// What the public reads of a decision: ratings, narratives, commendations and the plan. Everything else
// stays inside: counts of people, indicators, evidence, single reviewers' ratings, reasons of the panel,
// recommendations, and the names of people (catalogue DATA-01, DATA-03).
import type { AssessmentFile } from '#app/domain/assessment/assessment-file.ts';
import type { DecisionRecord } from '#app/domain/review/decision-record.ts';

type FileAction = NonNullable<AssessmentFile['actions']>[number];

/** An action as the public reads it: what, why and until when; never who. */
export type PublicAction = {
  readonly criteria: readonly string[];
  readonly keyPriority: string;
  readonly objective: string;
  readonly reason: string;
  readonly steps: readonly string[];
  readonly startOn: string | null;
  readonly dueOn: string | null;
  readonly milestones: readonly { readonly on: string; readonly text: string }[];
  readonly resources: string;
  readonly successMeasure: string;
  readonly baseline: string;
  readonly target: string;
};

export type PublicCriterion = {
  readonly criterion: string;
  /** The department justified that it does not apply, and the panel agreed. */
  readonly notApplicable: boolean;
  /** What the panel agreed; null = not applicable. */
  readonly rating: number | null;
  /** What of it counts, after the rules of evidence and indicators. */
  readonly counted: number;
  readonly narrative: string;
  /** '' = none. */
  readonly commendation: string;
};

export type PublicAward = {
  readonly summary: string;
  /** The percentage as text, rounded down; null = nothing applies. */
  readonly overall: string | null;
  readonly sections: readonly { readonly id: string; readonly percent: string | null }[];
  readonly criteria: readonly PublicCriterion[];
  readonly plan: readonly PublicAction[];
};

const REMOVED = '[name removed]';

/** The part of a record that may be published. */
export function publicAward(record: DecisionRecord): PublicAward {
  const { summary, criteria, results, content } = record;
  const names = namesIn(content.actions ?? []);
  return {
    summary,
    overall: results.overall.percent,
    sections: results.sections.map(({ id, percent }) => ({ id, percent })),
    criteria: criteria.map(({ criterion, consensus, supported, commendation }) => ({
      criterion,
      notApplicable: consensus === null,
      rating: consensus,
      counted: supported,
      narrative: content.answers?.[criterion]?.narrative ?? '',
      commendation,
    })),
    plan: (content.actions ?? []).map((action) => publicAction(action, names)),
  };
}

function publicAction(action: FileAction, names: readonly string[]): PublicAction {
  const { startOn = null, dueOn = null, criteria = [], milestones = [], steps = [] } = action;
  const text = (value = '') => withoutNames(value, names);
  return {
    criteria,
    keyPriority: text(action.keyPriority),
    objective: text(action.objective),
    reason: text(action.reason),
    steps: steps.map(text),
    startOn,
    dueOn,
    milestones: milestones.map(({ on, text: what }) => ({ on, text: text(what) })),
    resources: text(action.resources),
    successMeasure: text(action.successMeasure),
    baseline: text(action.baseline),
    target: text(action.target),
  };
}

// An owner is written as 'Name, post': what stands before the comma is taken for a name, and removed
// wherever else the plan says it. One word alone is left, because it may be any word.
function namesIn(actions: readonly FileAction[]): readonly string[] {
  const written = actions.flatMap(({ owner = '', responsible = '' }) => [
    owner.split(/[,(]/)[0] ?? '',
    ...responsible.split(/[;,\n]/),
  ]);
  return [...new Set(written.map((name) => name.trim()))]
    .filter((name) => /^\p{L}\S*(?:\s+\S+){1,4}$/u.test(name))
    .toSorted((one, other) => other.length - one.length);
}

function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((left, name) => left.replaceAll(name, REMOVED), text);
}
