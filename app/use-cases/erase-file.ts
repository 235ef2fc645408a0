// Erases the content of uploaded files for good: from the disk, from the quarantine, and by a list that
// restores honour. Name and fingerprint stay, so what was submitted is still what was submitted. In a
// draft such a file no longer counts, so a signature that was given with it is taken back.
import { after } from '#app/domain/assessment/life.ts';
import { tidy } from '#app/domain/field-problem.ts';
import { type Actor, isAdministrator } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { loadAssessment } from '#db/repositories/assessments.ts';
import {
  listErasedFiles,
  listSignedWith,
  listUploadedFiles,
  markErased,
} from '#db/repositories/erasures.ts';
import { moveState, voidSignatures } from '#db/repositories/submissions.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from './changed-meanwhile.ts';

const REASON_CHARACTERS = 500;
const SHA256 = /^[0-9a-f]{64}$/;

export type EraseProblem =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'erase-reason-missing' }
  | { readonly code: 'erase-reason-too-long'; readonly most: number }
  | { readonly code: 'erased-already' }
  /** It is no SHA-256 in 64 hexadecimal digits. */
  | { readonly code: 'no-fingerprint' };

export type Erased = {
  /** Files that are erased now. */
  readonly files: number;
  /** Whether a sponsor has to sign again. */
  readonly unsigned: boolean;
};

type Given = Pick<Services, 'engine' | 'clock' | 'files' | 'erasedList'>;

export type EraseEvidenceFile = {
  readonly assessmentId: string;
  readonly evidenceId: string;
  readonly reason: string;
};

/** Erases the file of an item of evidence, and every other copy of it in the organisation. */
export async function eraseEvidenceFile(
  services: Given,
  actor: Actor,
  { assessmentId, evidenceId, reason: given }: EraseEvidenceFile,
): Promise<Result<Erased, EraseProblem>> {
  const { db } = services.engine;
  const loaded = await loadAssessment(db, visibleAssessments(actor), assessmentId);
  const found = loaded?.evidence.find(({ item }) => item.id === evidenceId);
  if (!loaded || found?.fileSha256 == null) return refused({ code: 'not-found' });
  const { organisationId, departmentId } = loaded.assessment;
  const place = { organisation: organisationId, department: departmentId };
  if (!mayWithAssessment(actor, 'erase-file', place)) return refused({ code: 'not-allowed' });
  const reason = reasonIn(given);
  if (!reason.ok) return reason;
  if (found.erasedAt !== null) return refused({ code: 'erased-already' });
  const scope = { sha256: found.fileSha256, organisationId };
  return erase(services, actor, { scope, reason: reason.value, assessmentId });
}

export type EraseByFingerprint = {
  readonly sha256: string;
  /** Only of this organisation; null = of every one, and of what a backup may bring back. */
  readonly organisation: string | null;
  readonly reason: string;
};

/** Erases every file with the fingerprint without opening any; one that is nowhere is put on the list. */
export async function eraseByFingerprint(
  services: Given,
  actor: Actor,
  { sha256: given, organisation, reason: why }: EraseByFingerprint,
): Promise<Result<Erased, EraseProblem>> {
  if (!isAdministrator(actor)) return refused({ code: 'not-allowed' });
  const sha256 = given.trim().toLowerCase();
  if (!SHA256.test(sha256)) return refused({ code: 'no-fingerprint' });
  const reason = reasonIn(why);
  if (!reason.ok) return reason;
  const scope = organisation === null ? { sha256 } : { sha256, organisationId: organisation };
  return erase(services, actor, { scope, reason: reason.value, assessmentId: null });
}

function reasonIn(text: string): Result<string, EraseProblem> {
  const reason = tidy(text);
  if (reason === '') return refused({ code: 'erase-reason-missing' });
  return reason.length > REASON_CHARACTERS
    ? refused({ code: 'erase-reason-too-long', most: REASON_CHARACTERS })
    : ok(reason);
}

type Erasing = {
  readonly scope: { readonly sha256: string; readonly organisationId?: string };
  readonly reason: string;
  readonly assessmentId: string | null;
};

async function erase(
  services: Given,
  actor: Actor,
  { scope, reason, assessmentId }: Erasing,
): Promise<Result<Erased, EraseProblem>> {
  const { engine, clock, files, erasedList } = services;
  const { sha256, organisationId: organisation = null } = scope;
  const at = clock().toISOString();
  const decided = await decideAgainOnConflict(async () => {
    const listed = await listUploadedFiles(engine.db, scope);
    const ids = new Set(
      listed.filter(({ file }) => file.erasedAt === null).map(({ file }) => file.id),
    );
    const signed = await listSignedWith(engine.db, [...ids]);
    await engine.commit([
      ...(ids.size === 0 ? [] : [markErased([...ids], { at, by: actor.id, reason })]),
      ...signed.flatMap(({ assessment }) => backToDraft(assessment, { at, by: actor.id })),
      audit({
        at,
        actor: actor.id,
        event: 'file-erased',
        organisation,
        subject: assessmentId,
        details: { sha256, files: ids.size, reason },
      }),
    ]);
    return { ids: [...ids], unsigned: signed.length > 0 };
  });
  await erasedList.add([{ sha256, organisation, at, reason }]);
  await files.erase({ ids: decided.ids, sha256 });
  return ok({ files: decided.ids.length, unsigned: decided.unsigned });
}

type Signed = Awaited<ReturnType<typeof listSignedWith>>[number]['assessment'];

/** What was signed is not what would be submitted: the sponsor signs again. */
function backToDraft(
  assessment: Signed,
  { at, by }: { readonly at: string; readonly by: string },
): readonly Write[] {
  const next = after('signed-off', 'reopen');
  if (next === null) return [];
  return [
    moveState(assessment, next, at),
    voidSignatures(assessment.id, { at, actor: by }),
    audit({
      at,
      actor: by,
      event: 'assessment-reopened',
      organisation: assessment.organisationId,
      subject: assessment.id,
      details: { because: 'file-erased' },
    }),
  ];
}

/** Finishes what an end of the process left half done: the list, and the content on the disk. */
export async function finishErasures({
  engine,
  files,
  erasedList,
}: Pick<Services, 'engine' | 'files' | 'erasedList'>): Promise<void> {
  const erased = await listErasedFiles(engine.db);
  if (erased.length === 0) return;
  await erasedList.add(
    erased.map(({ sha256, organisation, at, reason }) => ({
      sha256,
      organisation,
      at: at ?? '',
      reason: reason ?? '',
    })),
  );
  await files.erase({ ids: erased.map(({ id }) => id), sha256: null });
}
