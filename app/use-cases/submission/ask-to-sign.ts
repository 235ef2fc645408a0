// The lead asks the sponsor and the deputies for a signature; it waits for them until one of them signs, or
// sends it back with what is to be changed. Asking locks nothing: who signs is shown what changed since.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import {
  checkAsking,
  checkSendingBack,
  checkTakingBack,
  type NotAsked,
  type NotAskedFor,
  type NotSentBack,
} from '#app/domain/submission/signing.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  closeSignRequest,
  insertSignRequest,
  loadSignRequest,
} from '#db/repositories/submission/sign-requests.ts';
import { obstaclesIn } from './obstacles-in.ts';
import { answerLetter, askLetter } from './signature-letters.ts';
import { submissionContent } from './submission-content.ts';
import { otherSigners, signingBar } from './who-signs.ts';

export type AskProblem = AccessProblem | NotAskedFor;
export type TakeBackProblem = AccessProblem | NotAsked;
export type SendBackProblem = AccessProblem | NotSentBack;

/** How many people were asked. */
export async function askToSign(
  services: Services,
  actor: Actor,
  { assessmentId: id, message: typed }: { readonly assessmentId: string; readonly message: string },
): Promise<Result<{ asked: number }, AskProblem>> {
  const { engine, clock, newId } = services;
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id, act: 'ask-to-sign' });
    if (!opened.ok) return opened;
    const newest = await loadSignRequest(engine.db, id);
    const { others: signers } = await otherSigners(services, actor, opened.value);
    const message = checkAsking({
      message: typed,
      obstacles: obstaclesIn(opened.value),
      newest,
      signers: signers.length,
    });
    if (!message.ok) return message;
    const at = clock().toISOString();
    const request = newId();
    await engine.commit([
      ...insertSignRequest({
        id: request,
        assessmentId: id,
        message: message.value,
        snapshot: submissionContent(services, opened.value).text,
        askedAt: at,
        askedBy: actor.id,
      }),
      ...signers.map(({ id: person, email }) =>
        askLetter(services, opened.value, { person, email, at, before: newest }),
      ),
      audit({
        at,
        actor: actor.id,
        event: 'signature-asked',
        organisation: opened.value.assessment.organisationId,
        subject: id,
        details: { request, people: signers.length },
      }),
    ]);
    return ok({ asked: signers.length });
  });
}

/** The lead takes the request back: it waits for nobody any more. */
export async function takeBackRequest(
  services: Services,
  actor: Actor,
  { assessmentId: id }: { readonly assessmentId: string },
): Promise<Result<null, TakeBackProblem>> {
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id, act: 'ask-to-sign' });
    if (!opened.ok) return opened;
    const waiting = checkTakingBack(await loadSignRequest(services.engine.db, id));
    if (!waiting.ok) return waiting;
    const at = services.clock().toISOString();
    await services.engine.commit([
      closeSignRequest(waiting.value.id, {
        outcome: 'taken-back',
        comments: null,
        closedAt: at,
        closedBy: actor.id,
      }),
      audit({
        at,
        actor: actor.id,
        event: 'signature-request-taken-back',
        organisation: opened.value.assessment.organisationId,
        subject: id,
        details: { request: waiting.value.id },
      }),
    ]);
    return ok(null);
  });
}

/** The one who was asked sends it back with comments; who asked gets a letter. */
export async function sendBack(
  services: Services,
  actor: Actor,
  {
    assessmentId: id,
    comments: typed,
  }: { readonly assessmentId: string; readonly comments: string },
): Promise<Result<null, SendBackProblem>> {
  const { engine, clock } = services;
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id, act: 'sign-off' });
    if (!opened.ok) return opened;
    const checked = checkSendingBack({
      comments: typed,
      bar: await signingBar(services, actor.id, opened.value),
      newest: await loadSignRequest(engine.db, id),
    });
    if (!checked.ok) return checked;
    const { request, comments } = checked.value;
    const at = clock().toISOString();
    await engine.commit([
      closeSignRequest(request.id, {
        outcome: 'sent-back',
        comments,
        closedAt: at,
        closedBy: actor.id,
      }),
      ...(await answerLetter(services, opened.value, { request, what: 'sent-back', at })),
      audit({
        at,
        actor: actor.id,
        event: 'signature-sent-back',
        organisation: opened.value.assessment.organisationId,
        subject: id,
        details: { request: request.id },
      }),
    ]);
    return ok(null);
  });
}
