// The executive sponsor, or a deputy, signs the declaration, as themselves: with their password, for exactly
// the content that is there, and not for what they wrote or submitted themselves. From then on nothing in it changes until it is reopened.
import { DECLARATION } from '#words/submission/signing-text.ts';
import { stateOf } from '#app/domain/submission/life.ts';
import { checkSigning, type NotSigned } from '#app/domain/submission/signing.ts';
import { type Actor, SIGNING_ROLES } from '#app/domain/policy/actor.ts';
import { rolesAt } from '#app/domain/policy/assessment.ts';
import type { Proof } from '#app/domain/policy/proof.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { insertSignature, moveState } from '#db/repositories/submission/submissions.ts';
import { keepSharedCopy } from '#db/repositories/assessment/shared-rows.ts';
import type { Write } from '#db/store.ts';
import { obstaclesIn } from './obstacles-in.ts';
import { signedWrites } from './signature-letters.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { confirmIdentity, type ConfirmProblem } from '#app/use-cases/accounts/confirm-identity.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import { submissionContent } from './submission-content.ts';
import { signingBar } from './who-signs.ts';

export type SignOffCommand = Proof & {
  readonly assessmentId: string;
  /** The SHA-256 of the content that the sponsor has read. */
  readonly contentSha256: string;
};

export type SignOffProblem = AccessProblem | ConfirmProblem | NotSigned;

/** The SHA-256 of what would be signed now; null where this person may not sign it. */
export async function contentFingerprint(
  services: Services,
  actor: Actor,
  assessmentId: string,
): Promise<string | null> {
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'sign-off' });
  return opened.ok ? submissionContent(services, opened.value).sha256 : null;
}

/** The id of the signature, or why it was not signed. */
export async function signOff(
  services: Services,
  actor: Actor,
  command: SignOffCommand,
): Promise<Result<{ id: string }, SignOffProblem>> {
  const { assessmentId: id } = command;
  const opened = await openAssessment(services, actor, { id, act: 'sign-off' });
  if (!opened.ok) return opened;
  const bar = await signingBar(services, actor.id, opened.value);
  if (bar !== null) return refused(bar);
  const confirmed = await confirmIdentity(services, actor, command);
  if (!confirmed.ok) return confirmed;
  return decideAgainOnConflict(() => sign(services, actor, command));
}

async function sign(
  services: Services,
  actor: Actor,
  { assessmentId, contentSha256 }: SignOffCommand,
): Promise<Result<{ id: string }, SignOffProblem>> {
  const { engine, clock, newId } = services;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'sign-off' });
  if (!opened.ok) return opened;
  const { assessment } = opened.value;
  const next = checkSigning({
    state: stateOf(assessment.state),
    bar: await signingBar(services, actor.id, opened.value),
    obstacles: obstaclesIn(opened.value),
    sha256: submissionContent(services, opened.value).sha256,
    readSha256: contentSha256,
  });
  if (!next.ok) return next;
  const id = newId();
  const at = clock().toISOString();
  await engine.commit([
    ...(await signedWrites(services, opened.value, { actor, at, sha256: contentSha256 })),
    moveState(assessment, next.value, at),
    ...takenOver(opened.value, at),
    insertSignature({
      id,
      assessmentId,
      userId: actor.id,
      name: actor.name,
      role: signingRole(actor, assessment),
      statement: DECLARATION,
      contentSha256,
      signedAt: at,
    }),
    audit({
      at,
      actor: actor.id,
      event: 'assessment-signed-off',
      organisation: assessment.organisationId,
      subject: assessmentId,
      details: { signature: id, sha256: contentSha256, role: signingRole(actor, assessment) },
    }),
  ]);
  return ok({ id });
}

/** What is signed for stays what the organisation said at that moment. */
function takenOver({ assessment, ofOrganisation }: OpenAssessment, at: string): readonly Write[] {
  return ofOrganisation === null ? [] : [keepSharedCopy(assessment.id, ofOrganisation, at)];
}

/** The role in which they sign: as sponsor where they are both. */
function signingRole(actor: Actor, { organisationId, departmentId }: OpenAssessment['assessment']) {
  const held = rolesAt(actor, { organisation: organisationId, department: departmentId });
  return SIGNING_ROLES.find((role) => held.includes(role)) ?? 'executive-sponsor';
}
