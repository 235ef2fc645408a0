// Erases the content of uploaded files for good: from the disk, from the quarantine, and by a list that
// restores honour. Name and fingerprint stay, so what was submitted is still what was submitted. In a
// draft such a file no longer counts, so a signature that was given with it is taken back. The list comes
// first: whatever ends the process afterwards, the next start finishes what was asked.
import {
  checkErasing,
  checkFingerprint,
  type Erasure,
  type NotErased,
} from '#app/domain/evidence/erasure.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import {
  departmentsFor,
  mayWithAssessment,
  visibleAssessments,
} from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { loadAssessment } from '#db/repositories/assessment/assessments.ts';
import { loadShared } from '#db/repositories/assessment/shared-rows.ts';
import { listKnownFiles } from '#db/repositories/evidence/evidence-rows.ts';
import { noteErasures, type Noted, type Noting } from './note-erasures.ts';

export type EraseProblem =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | NotErased
  /** What was erased cannot be noted, so nothing was. */
  | { readonly code: 'erased-list-damaged' };

export type Erased = {
  /** Files that are noted as erased now. */
  readonly files: number;
  /** Whether the assessment that it was asked for has to be signed again. */
  readonly unsigned: boolean;
  /** Whether another department of the organisation has the same file, which stays. */
  readonly elsewhere: boolean;
  /** Copies that could not be removed; the next start tries again. */
  readonly left: number;
};

type Given = Pick<
  Services,
  'engine' | 'clock' | 'config' | 'files' | 'erasedList' | 'log' | 'newId'
>;

export type EraseEvidenceFile = {
  readonly assessmentId: string;
  readonly evidenceId: string;
  readonly reason: string;
};

/** Erases the file of an item of evidence, with every copy that the departments of this lead have. */
export async function eraseEvidenceFile(
  services: Given,
  actor: Actor,
  { assessmentId, evidenceId, reason: given }: EraseEvidenceFile,
): Promise<Result<Erased, EraseProblem>> {
  const { db } = services.engine;
  const scope = visibleAssessments(actor);
  const loaded =
    (await loadAssessment(db, scope, assessmentId)) ??
    (await loadShared(db, scope.organisations, assessmentId));
  const found = loaded?.evidence.find(({ item }) => item.id === evidenceId);
  if (!loaded || found?.fileSha256 == null) return refused({ code: 'not-found' });
  const { organisationId: organisation, departmentId: department } = loaded.assessment;
  if (!mayWithAssessment(actor, 'erase-file', { organisation, department })) {
    return refused({ code: 'not-allowed' });
  }
  const departments = departmentsFor(actor, 'erase-file', organisation);
  const asked = { sha256: found.fileSha256, organisation, departments, reason: given };
  return erase(services, actor, { asked, assessmentId });
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
  { sha256: given, organisation, reason }: EraseByFingerprint,
): Promise<Result<Erased, EraseProblem>> {
  if (!mayAdminister(actor, 'erase-files')) return refused({ code: 'not-allowed' });
  const sha256 = checkFingerprint(given);
  if (!sha256.ok) return sha256;
  const asked = { sha256: sha256.value, organisation, departments: null, reason };
  return erase(services, actor, { asked, assessmentId: null });
}

type Asked = Omit<Erasure, 'at'>;

async function erase(
  services: Given,
  actor: Actor,
  { asked, assessmentId }: { readonly asked: Asked; readonly assessmentId: string | null },
): Promise<Result<Erased, EraseProblem>> {
  const reason = checkErasing(asked.reason);
  if (!reason.ok) return reason;
  const erasure = { ...asked, reason: reason.value, at: services.clock().toISOString() };
  const listed = await services.erasedList.add([erasure]);
  if (!listed.ok) return refused({ code: 'erased-list-damaged' });
  const noted = await notedOrTakenBack(services, { erasures: [erasure], by: actor.id });
  const left = await takeAway(services, noted.ids, new Set([erasure.sha256]));
  const unsigned = assessmentId !== null && noted.unsigned.includes(assessmentId);
  return ok({ files: noted.fresh, unsigned, elsewhere: noted.elsewhere, left });
}

/** Whoever hears that nothing was saved must not find the file gone after the next start. */
async function notedOrTakenBack(services: Given, noting: Noting): Promise<Noted> {
  try {
    return await noteErasures(services, noting);
  } catch (error) {
    await services.erasedList.takeBack(noting.erasures);
    throw error;
  }
}

/** Finishes what an end of the process left half done, and what could not be removed before. */
export async function finishErasures(services: Given): Promise<void> {
  const listed = await services.erasedList.read();
  if (!listed.ok) return services.log('erased-list-damaged', { why: listed.problem.why });
  if (listed.value.length === 0) return;
  const noted = await noteErasures(services, { erasures: listed.value, by: null });
  const fingerprints = new Set(listed.value.map(({ sha256 }) => sha256));
  await takeAway(services, noted.ids, fingerprints);
}

/** How many copies could not be removed; the log says which is the first. */
async function takeAway(
  { engine, files, log }: Given,
  ids: ReadonlySet<string>,
  fingerprints: ReadonlySet<string>,
): Promise<number> {
  const known = (asked: readonly string[]) => listKnownFiles(engine.db, asked);
  const { left } = await files.erase({ ids, fingerprints, known });
  if (left.length > 0) log('erase-incomplete', { files: left.length, first: left[0] ?? '' });
  return left.length;
}
