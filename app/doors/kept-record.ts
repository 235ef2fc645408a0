// What was submitted and decided, read from rows that their door has found whole (check-record.ts): such a row
// can be read, so that one that cannot is our mistake and throws. Where no door stands before a page, the
// readers of domain/formats are asked instead, and answer with a value.
import { type DecisionRecord, readDecisionRecord } from '#app/domain/formats/decision-record.ts';
import { readSnapshot, type SnapshotContent } from '#app/domain/formats/snapshot.ts';
import { type DecisionRow, loadDecision } from '#db/repositories/review/decisions.ts';
import type { SubmissionRow } from '#db/repositories/submission/submissions.ts';
import type { Db } from '#db/store.ts';

/** What was decided, of a row that is whole. */
export function recordIn({ record }: Pick<DecisionRow, 'record'>): DecisionRecord {
  const read = readDecisionRecord(record);
  if (read.ok) return read.value;
  throw new Error(`a decision cannot be read: ${read.problem.code}`);
}

/** What was submitted, of a row that is whole. */
export function contentIn({ snapshot }: Pick<SubmissionRow, 'snapshot'>): SnapshotContent {
  const read = readSnapshot(snapshot);
  if (read.ok) return read.value;
  throw new Error(`a submission cannot be read: ${read.problem.code}`);
}

/** What was decided on, for an award that is whole. */
export async function loadRecord(db: Db, decisionId: string): Promise<DecisionRecord> {
  const decision = await loadDecision(db, decisionId);
  if (decision === null) throw new Error(`the decision ${decisionId} is gone`);
  return recordIn(decision);
}
