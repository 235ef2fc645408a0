// Whether what a panel reads and decides on is what was submitted and decided: a submission’s content
// against its fingerprint, the signature under it and the event of the trail under its seal; a decision’s
// record against its fingerprint, its columns and its event; an award against its decision. No cut of the trail takes those events, so that each row
// needs its event and each event its row. Nothing is opened where they differ.
import { createHash } from 'node:crypto';
import { sealedText, textIn, VOUCHING } from '#app/domain/audit/event.ts';
import { awardAgrees, decisionAgrees } from '#app/domain/audit/records.ts';
import { readSnapshot } from '#app/domain/formats/snapshot.ts';
import type { Services } from '#app/services.server.ts';
import { type AuditRow, listInChain, listVouchingIn } from '#db/repositories/audit.ts';
import {
  type AwardRow,
  listAwardsOf,
  loadAward,
  loadAwardByNumber,
} from '#db/repositories/award/award-rows.ts';
import {
  type DecisionRow,
  listDecisionRows,
  loadDecision,
} from '#db/repositories/review/decisions.ts';
import {
  listSubmissions,
  loadSignatureOf,
  type SignatureRow,
  type SubmissionRow,
} from '#db/repositories/submission/submissions.ts';
import { othersFirst } from './others-first.ts';

/** What was submitted or decided is not what lies there now. */
export type AlteredProblem = { readonly code: 'altered' };

export type RecordGiven = Pick<Services, 'engine' | 'trailSeal' | 'log'>;

/** Whether a submission is what was signed and submitted; where not, the log says so. */
export async function isAsSubmitted(
  services: RecordGiven,
  submission: SubmissionRow,
): Promise<boolean> {
  const { db } = services.engine;
  const signature = await loadSignatureOf(db, submission.signatureId);
  const told = { assessmentId: submission.assessmentId, what: 'submission' } as const;
  const events = await vouchingFor(services, told);
  return submissionHolds(services, { submission, signature, events });
}

type Submitted = {
  readonly submission: SubmissionRow;
  readonly signature: SignatureRow | null;
  readonly events: readonly AuditRow[];
};

function submissionHolds(
  services: RecordGiven,
  { submission, signature, events }: Submitted,
): boolean {
  const { id, assessmentId, sha256, submittedAt: at } = submission;
  return noted(services, 'submission-altered', {
    submission: id,
    content: fingerprint(submission.snapshot) === sha256,
    format: readSnapshot(submission.snapshot).ok,
    signature: signature?.assessmentId === assessmentId && signature.contentSha256 === sha256,
    trail: stands(services, { what: 'submission', id, sha256, at }, events),
  });
}

/** Whether a decision is what was recorded; where not, the log says so. */
async function isAsDecided(services: RecordGiven, decision: DecisionRow): Promise<boolean> {
  const { assessmentId } = decision;
  const events = await vouchingFor(services, { assessmentId, what: 'decision' });
  return decisionHolds(services, decision, events);
}

function decisionHolds(
  services: RecordGiven,
  decision: DecisionRow,
  events: readonly AuditRow[],
): boolean {
  const { id, sha256, decidedAt: at } = decision;
  return noted(services, 'decision-altered', {
    decision: id,
    content: fingerprint(decision.record) === sha256,
    columns: decisionAgrees(decision),
    trail: stands(services, { what: 'decision', id, sha256, at }, events),
  });
}

export type DecidedRow = {
  readonly decision: DecisionRow;
  readonly submission: SubmissionRow;
  readonly signature: SignatureRow;
};

/** Those of these decisions that are, with what was submitted, what they were; one statement for all of them. */
export async function wholeAmong(
  services: RecordGiven,
  rows: readonly DecidedRow[],
): Promise<readonly DecidedRow[]> {
  const chainOf = ({ decision }: DecidedRow) => `assessment/${decision.assessmentId}`;
  const found = await listVouchingIn(services.engine.db, rows.map(chainOf));
  const chains = Map.groupBy(found, ({ chain }) => chain ?? '');
  const whole: DecidedRow[] = [];
  for (const row of rows) {
    const events = chains.get(chainOf(row)) ?? [];
    const submitted = submissionHolds(services, { ...row, events });
    if (decisionHolds(services, row.decision, events) && submitted) whole.push(row);
    await othersFirst();
  }
  return whole;
}

/** Whether an award is what was decided, and the decision what was recorded. */
async function isAsAwarded(services: RecordGiven, award: AwardRow): Promise<boolean> {
  const decision = await loadDecision(services.engine.db, award.decisionId);
  const agrees = decision !== null && awardAgrees(award, decision);
  const held = noted(services, 'award-altered', { award: award.number, decision: agrees });
  return held && decision !== null && isAsDecided(services, decision);
}

/** Whether an award is what was decided; where there is none of this number, nothing is altered. */
export async function isAwardWhole(services: RecordGiven, number: string): Promise<boolean> {
  const award = await loadAwardByNumber(services.engine.db, number);
  return award === null || isAsAwarded(services, award);
}

/** The same for the award that an assessment renews; null = it renews none. */
export async function isRenewedWhole(
  services: RecordGiven,
  renews: string | null,
): Promise<boolean> {
  const award = renews === null ? null : await loadAward(services.engine.db, renews);
  return award === null || isAsAwarded(services, award);
}

/** The same for every award of an assessment. */
export async function areAwardsWhole(
  services: RecordGiven,
  assessmentId: string,
): Promise<boolean> {
  for (const award of await listAwardsOf(services.engine.db, assessmentId)) {
    if (!(await isAsAwarded(services, award))) return false;
  }
  return true;
}

/** Whether every submission of an assessment, and every decision on it, is what it was. */
export async function isRecordWhole(services: RecordGiven, assessmentId: string): Promise<boolean> {
  const { db } = services.engine;
  const submitted = await listSubmissions(db, assessmentId);
  for (const submission of submitted) {
    if (!(await isAsSubmitted(services, submission))) return false;
  }
  const decided = await listDecisionRows(db, assessmentId);
  for (const decision of decided) {
    if (!(await isAsDecided(services, decision))) return false;
  }
  return (
    (await areThere(services, { assessmentId, what: 'submission', rows: submitted })) &&
    (await areThere(services, { assessmentId, what: 'decision', rows: decided })) &&
    areAwardsWhole(services, assessmentId)
  );
}

type Vouched = keyof typeof VOUCHING;

type Rows = {
  readonly assessmentId: string;
  readonly what: Vouched;
  readonly rows: readonly { readonly id: string }[];
};

/** Whether what the trail tells of is all there. */
async function areThere(services: RecordGiven, { assessmentId, what, rows }: Rows) {
  const ids = new Set(rows.map(({ id }) => id));
  const events = await vouchingFor(services, { assessmentId, what });
  const gone = events.map(({ details }) => textIn(details, what)).filter((id) => !ids.has(id));
  return noted(services, `${what}-altered`, {
    [what]: gone.join(' '),
    row: gone.length === 0,
  });
}

async function vouchingFor(
  { engine }: RecordGiven,
  { assessmentId, what }: Pick<Rows, 'assessmentId' | 'what'>,
) {
  return listInChain(engine.db, { chain: `assessment/${assessmentId}`, event: VOUCHING[what] });
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
  readonly what: Vouched;
  readonly id: string;
  readonly sha256: string;
  readonly at: string;
};

/** Whether the trail of the assessment says the same. */
function stands({ trailSeal }: RecordGiven, told: Told, events: readonly AuditRow[]): boolean {
  const found = events.find(
    ({ event, details }) => event === VOUCHING[told.what] && textIn(details, told.what) === told.id,
  );
  if (found === undefined) return false;
  const seal = found.seal ?? '';
  const verdict = trailSeal.check(sealedText(found), seal);
  // Where a key is lost, whoever runs the service has said so outside the database.
  const isSealed = verdict === 'unknown-key' ? trailSeal.isLost(seal) : verdict !== 'wrong';
  return isSealed && found.at === told.at && textIn(found.details, 'sha256') === told.sha256;
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
