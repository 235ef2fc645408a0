// The record of a decision: everything that it was decided on, kept as JSON and never changed. Documents
// and the public pages of an award are made from it. Ratings of single reviewers carry no name.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { scoreResults } from '#app/domain/scoring/results.ts';
import type { Agreement } from '#app/domain/review/agreement/agreement.ts';
import type { Ticked } from '#app/domain/charter/ticked.ts';
import type { Outcome } from '#app/domain/review/decided-outcome.ts';
import type { AssessmentFile } from './assessment-file.ts';
import { type DecisionRecordV1, decisionRecordV1 } from './frozen/decision-record-v1.ts';
import { type DecisionRecordV2, decisionRecordV2 } from './frozen/decision-record-v2.ts';
import { fitted, type FormatProblem, keptValue } from './kept-format.ts';

/** What the panel agreed for one criterion. */
export type DecidedCriterion = {
  readonly criterion: string;
  /** null = nothing claimed. */
  readonly claimed: number | null;
  /** The department's justification of 'not applicable'; null = it applies. */
  readonly notApplicable: string | null;
  /** The independent ratings of the reviewers, lowest first; who gave which is not kept here. */
  readonly independent: readonly number[];
  /** The consensus; null = not applicable, agreed. */
  readonly consensus: number | null;
  /** The statements that the panel found true; left out = the rating was agreed without them. */
  readonly statements?: Ticked;
  /** What the consensus counts after the rules of evidence and indicators (scoring.md). */
  readonly supported: number;
  readonly reason: string;
  /** '' = none. */
  readonly commendation: string;
  readonly recommendation: string;
  readonly requirement: string;
};

export type DecidedMember = {
  readonly name: string;
  readonly seat: 'chair' | 'reviewer' | 'observer';
  readonly statistics: boolean;
  /** Took part in the decision; false for observers and for those with a conflict of interest. */
  readonly present: boolean;
};

export type AgreedFactKept = {
  readonly fact: string;
  readonly submitted: string;
  readonly value: string;
  readonly reason: string;
};

export type DecisionRecord = {
  /** Of the charter: what its scores and its content may have. */
  readonly format: 1 | 2;
  readonly submission: { readonly number: number; readonly sha256: string };
  /** id@version */
  readonly charter: string;
  readonly organisation: string;
  readonly department: string;
  readonly targetLevel: string;
  readonly purpose: 'submission' | 'resubmission' | 'appeal';
  readonly panel: {
    readonly name: string;
    readonly members: readonly DecidedMember[];
    readonly quorum: number;
  };
  readonly criteria: readonly DecidedCriterion[];
  readonly agreement: {
    /** Over all criteria; null = not calculable. */
    readonly alpha: Agreement | null;
    readonly ac2: Agreement | null;
  };
  /** The score with the consensus in place of the claims. */
  readonly results: ReturnType<typeof scoreResults>;
  readonly outcome: Outcome;
  /** The level awarded; null = none. */
  readonly level: string | null;
  /** YYYY-MM-DD; null where no revision was asked for. */
  readonly revisionsDueOn: string | null;
  /** What the panel says of the whole, for everyone to read. */
  readonly summary: string;
  /** Why this record takes the place of an earlier one; null = it does not. */
  readonly correction: string | null;
  /** Facts that the panel agreed otherwise than they were submitted; left out = none. '' = not known. */
  readonly agreedFacts?: readonly AgreedFactKept[];
  /** The submitted content as it was: narratives, evidence titles, plan. */
  readonly content: AssessmentFile;
};

/** The record in a row; every format that was ever written is read. */
export function readDecisionRecord(text: string): Result<DecisionRecord, FormatProblem> {
  const kept = keptValue(text);
  if (!kept.ok) return kept;
  switch (kept.value.format) {
    case 1: {
      const read = fitted(decisionRecordV1, kept.value.value);
      return read.ok ? ok(fromV1(read.value)) : read;
    }
    case 2: {
      const read = fitted(decisionRecordV2, kept.value.value);
      return read.ok ? ok(fromV2(read.value)) : read;
    }
    default:
      return refused({ code: 'unknown-format' });
  }
}

/** What only format 2 has is left out: under a charter of format 1 nothing of it could be said. */
function fromV1(kept: DecisionRecordV1): DecisionRecord {
  return kept;
}

/** Format 2 is today's. */
function fromV2(kept: DecisionRecordV2): DecisionRecord {
  return kept;
}
