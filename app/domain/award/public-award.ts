// What the public reads of a decision: ratings, narratives, commendations and the plan. Everything else
// stays inside: counts of people, indicators, evidence, single reviewers' ratings, reasons of the panel,
// recommendations, and the names of people (catalogue DATA-01, DATA-03).
import type { Action } from '#app/domain/plan/action.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { perField } from '#app/domain/plan/per-field.ts';
import { PUBLIC_FIELDS, type PublicField } from './public-fields.ts';
import { publicPlan } from './public-plan.ts';

/** An action as the public reads it: what, why and until when; never who. */
export type PublicAction = {
  readonly [Field in PublicField as Field['name']]: Field extends { readonly kind: 'milestones' }
    ? readonly { readonly on: string; readonly text: string }[]
    : Action[Field['name']];
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

/** The part of a record that may be published. */
export function publicAward(record: DecisionRecord): PublicAward {
  const { summary, criteria, results, content } = record;
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
    plan: publicPlan(content).map(publicAction),
  };
}

function publicAction(action: Action): PublicAction {
  return perField<PublicAction>(PUBLIC_FIELDS, (field) =>
    field.kind === 'milestones'
      ? action[field.name].map(({ on, text }) => ({ on, text }))
      : action[field.name],
  );
}
