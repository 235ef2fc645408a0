// Whether what a panel reads and decides on is what was submitted and decided: a submission’s content
// against its fingerprint, the signature under it and the event of the trail under its seal; a decision’s
// record against its fingerprint and its event. Nothing is opened where they differ.
import { createHash } from 'node:crypto';
import { checkpointText, sealedText, textIn } from '#app/domain/audit/event.ts';
import type { Services } from '#app/services.server.ts';
import { listInChain, loadCheckpoint } from '#db/repositories/audit.ts';
import { type DecisionRow, listDecisionsOn } from '#db/repositories/decisions.ts';
import {
  listSubmissions,
  loadSignatureOf,
  type SubmissionRow,
} from '#db/repositories/submissions.ts';

/** What was submitted or decided is not what lies there now. */
export type AlteredProblem = { readonly code: 'altered' };

export type RecordGiven = Pick<Services, 'engine' | 'trailSeal' | 'log'>;

/** Whether a submission is what was signed and submitted; where not, the log says so. */
export async function isAsSubmitted(
  services: RecordGiven,
  submission: SubmissionRow,
): Promise<boolean> {
  const { id, assessmentId, sha256, submittedAt: at } = submission;
  const signature = await loadSignatureOf(services.engine.db, submission.signatureId);
  const told = { assessmentId, event: 'assessment-submitted', name: 'submission', id, sha256, at };
  return noted(services, 'submission-altered', {
    submission: id,
    content: fingerprint(submission.snapshot) === sha256,
    signature: signature?.assessmentId === assessmentId && signature.contentSha256 === sha256,
    trail: await stands(services, told),
  });
}

/** Whether a decision is what was recorded; where not, the log says so. */
async function isAsDecided(services: RecordGiven, decision: DecisionRow): Promise<boolean> {
  const { id, assessmentId, sha256, decidedAt: at } = decision;
  const told = { assessmentId, event: 'decision-recorded', name: 'decision', id, sha256, at };
  return noted(services, 'decision-altered', {
    decision: id,
    content: fingerprint(decision.record) === sha256,
    trail: await stands(services, told),
  });
}

/** Whether every submission of an assessment, and every decision on it, is what it was. */
export async function isRecordWhole(services: RecordGiven, assessmentId: string): Promise<boolean> {
  const { db } = services.engine;
  for (const submission of await listSubmissions(db, assessmentId)) {
    if (!(await isAsSubmitted(services, submission))) return false;
  }
  for (const { decision } of await listDecisionsOn(db, assessmentId)) {
    if (!(await isAsDecided(services, decision))) return false;
  }
  return true;
}

function noted(
  { log }: RecordGiven,
  event: string,
  held: Readonly<Record<string, string | boolean>>,
): boolean {
  if (Object.values(held).every((value) => value !== false)) return true;
  log(event, {
    ...held,
    because:
      'false = does not agree with the rest. It is not opened. charter admin audit verify tells what else was changed; a backup from before holds what it was.',
  });
  return false;
}

type Told = {
  readonly assessmentId: string;
  readonly event: string;
  /** The name under which the event tells of it. */
  readonly name: string;
  readonly id: string;
  readonly sha256: string;
  readonly at: string;
};

/** Whether the trail says the same; where its event was cut off in time, nothing speaks against it. */
async function stands({ engine, trailSeal }: RecordGiven, told: Told): Promise<boolean> {
  const { assessmentId, event, name, id, sha256, at } = told;
  const chain = `assessment/${assessmentId}`;
  const events = await listInChain(engine.db, { chain, event });
  const found = events.find(({ details }) => textIn(details, name) === id);
  if (found !== undefined) {
    const seal = found.seal ?? '';
    const verdict = trailSeal.check(sealedText(found), seal);
    // Where a key is lost, whoever runs the service has said so outside the database.
    const isSealed = verdict === 'unknown-key' ? trailSeal.isLost(seal) : verdict !== 'wrong';
    return isSealed && textIn(found.details, 'sha256') === sha256;
  }
  const checkpoint = await loadCheckpoint(engine.db, chain);
  if (checkpoint === null || checkpoint.before <= at) return false;
  return typeof trailSeal.check(checkpointText(checkpoint), checkpoint.seal) === 'number';
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
