// The lead asks the sponsor and the deputies for a signature; it waits for them until one of them signs, or
// sends it back with what is to be changed. Asking locks nothing: who signs is shown what changed since.
import { addressOf } from '#app/addresses.ts';
import { readinessOf } from '#app/domain/submission/not-ready.ts';
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import { tidy } from '#app/domain/field-problem.ts';
import { letterOf } from '#words/letters/letter.ts';
import { oncePerHour } from '#app/domain/letters/letter.ts';
import { type Actor, SIGNING_ROLES } from '#app/domain/policy/actor.ts';
import { mayWithAssessment } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Services } from '#app/services.server.ts';
import { answerSetIn } from '#db/repositories/assessment/assessment-content.ts';
import { listAssessments } from '#db/repositories/assessment/assessments.ts';
import { audit } from '#db/repositories/audit.ts';
import { visibleAssessments } from '#app/domain/policy/assessment.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import {
  closeSignRequest,
  insertSignRequest,
  listWaiting,
  loadSignRequest,
  type SignRequestRow,
} from '#db/repositories/submission/sign-requests.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import {
  pleaseSignWords,
  signatureAnswer,
  youSignedWords,
} from '#words/submission/submission-letters.ts';
import { submissionContent } from './submission-content.ts';
import { type SigningBar, signingBar } from './who-signs.ts';

const MOST_CHARACTERS = 2000;

export type AskProblem =
  | AccessProblem
  | { readonly code: 'obstacles'; readonly count: number }
  | { readonly code: 'message-too-long'; readonly most: number }
  /** It waits for a signature already. */
  | { readonly code: 'asked-already' }
  /** Nobody else has the role, or may sign this one. */
  | { readonly code: 'nobody-signs' };

export type SendBackProblem =
  | AccessProblem
  | SigningBar
  | { readonly code: 'not-asked' }
  | { readonly code: 'comments-wrong'; readonly most: number };

export type TakeBackProblem = AccessProblem | { readonly code: 'not-asked' };

/** How many people were asked. */
export async function askToSign(
  services: Services,
  actor: Actor,
  { assessmentId: id, message: typed }: { readonly assessmentId: string; readonly message: string },
): Promise<Result<{ asked: number }, AskProblem>> {
  const message = tidy(typed);
  const { engine, clock, newId } = services;
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id, act: 'ask-to-sign' });
    if (!opened.ok) return opened;
    if (message.length > MOST_CHARACTERS) {
      return refused({ code: 'message-too-long', most: MOST_CHARACTERS });
    }
    const { obstacles } = readiness(opened.value);
    if (obstacles.length > 0) return refused({ code: 'obstacles', count: obstacles.length });
    const waiting = await loadSignRequest(engine.db, id);
    if (waiting !== null && waiting.closedAt === null) return refused({ code: 'asked-already' });
    const signers = await signersOf(services, actor, opened.value);
    if (signers.length === 0) return refused({ code: 'nobody-signs' });
    const at = clock().toISOString();
    const request = newId();
    await engine.commit([
      ...insertSignRequest({
        id: request,
        assessmentId: id,
        message,
        snapshot: submissionContent(services, opened.value).text,
        askedAt: at,
        askedBy: actor.id,
      }),
      ...signers.map(({ id: person, email }) =>
        askLetter(services, opened.value, { person, email, at, since: sinceWhen(waiting, at) }),
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
    const waiting = await loadSignRequest(services.engine.db, id);
    if (waiting === null || waiting.closedAt !== null) return refused({ code: 'not-asked' });
    const at = services.clock().toISOString();
    await services.engine.commit([
      closeSignRequest(waiting.id, {
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
        details: { request: waiting.id },
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
  const comments = tidy(typed);
  const { engine, clock } = services;
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id, act: 'sign-off' });
    if (!opened.ok) return opened;
    if (comments === '' || comments.length > MOST_CHARACTERS) {
      return refused({ code: 'comments-wrong', most: MOST_CHARACTERS });
    }
    const bar = await signingBar(services, actor.id, opened.value);
    if (bar !== null) return refused(bar);
    const waiting = await loadSignRequest(engine.db, id);
    if (waiting === null || waiting.closedAt !== null) return refused({ code: 'not-asked' });
    const at = clock().toISOString();
    await engine.commit([
      closeSignRequest(waiting.id, {
        outcome: 'sent-back',
        comments,
        closedAt: at,
        closedBy: actor.id,
      }),
      ...(await answerLetter(services, opened.value, { request: waiting, what: 'sent-back', at })),
      audit({
        at,
        actor: actor.id,
        event: 'signature-sent-back',
        organisation: opened.value.assessment.organisationId,
        subject: id,
        details: { request: waiting.id },
      }),
    ]);
    return ok(null);
  });
}

type Signed = { readonly actor: Actor; readonly at: string; readonly sha256: string };

/**
 * What a signature brings about beside itself: a request is closed, and who asked, or every lead where nobody
 * did, and who signs get letters.
 */
export async function signedWrites(
  services: Services,
  opened: OpenAssessment,
  { actor, at, sha256 }: Signed,
): Promise<readonly Write[]> {
  const { engine, config, newId } = services;
  const { id } = opened.assessment;
  const waiting = await loadSignRequest(engine.db, id);
  const request = waiting !== null && waiting.closedAt === null ? waiting : null;
  const label = nameOf(opened);
  const receipt = letterOf({
    key: `signed ${id} ${at} ${actor.id}`,
    recipient: actor.email,
    ...youSignedWords({
      department: label,
      charter: opened.charter,
      sha256,
      url: `${config.origin}${addressOf('/assessments/:id/check', { id })}`,
    }),
  });
  return [
    ...(request === null
      ? []
      : [
          closeSignRequest(request.id, {
            outcome: 'signed',
            comments: null,
            closedAt: at,
            closedBy: actor.id,
          }),
        ]),
    ...(await answerLetter(services, opened, { request, what: 'signed', at })),
    queueLetter(newId(), receipt, at),
  ];
}

/** What waits for the signature of this person: they have the role, and may sign it. */
export async function waitingForSignature(services: Services, actor: Actor) {
  const listed = (await listAssessments(services.engine.db, visibleAssessments(actor))).filter(
    ({ assessment }) =>
      assessment.state === 'draft' &&
      mayWithAssessment(actor, 'sign-off', {
        organisation: assessment.organisationId,
        department: assessment.departmentId,
      }),
  );
  const waiting = await listWaiting(
    services.engine.db,
    listed.map(({ assessment }) => assessment.id),
  );
  const shown = await Promise.all(
    waiting.map(async ({ request, askedBy }) => {
      const found = listed.find(({ assessment }) => assessment.id === request.assessmentId);
      if (found === undefined) return [];
      const bar = await signingBar(services, actor.id, found);
      if (bar !== null) return [];
      const { department, assessment } = found;
      const label = labelOf({ department, name: assessment.name });
      const { message, askedAt } = request;
      return [{ id: assessment.id, label, askedBy, askedAt, message }];
    }),
  );
  return shown.flat();
}

export type WaitingSignature = Awaited<ReturnType<typeof waitingForSignature>>[number];

function readiness(opened: OpenAssessment) {
  const answerSet = answerSetIn(opened);
  return readinessOf({
    charter: opened.charter,
    answerSet,
    scorecard: scoreAssessment(opened.charter, answerSet),
    targetLevel: opened.assessment.targetLevel,
    actions: opened.actions.length,
  });
}

function nameOf({ assessment, department }: OpenAssessment): string {
  return labelOf({ department, name: assessment.name });
}

/** Everybody else who may sign it now. */
async function signersOf(services: Services, actor: Actor, opened: OpenAssessment) {
  const { organisationId: organisation, departmentId: department } = opened.assessment;
  const people = await listPeopleOf(services.engine.db, {
    organisation,
    department,
    roles: SIGNING_ROLES,
  });
  const others = people.filter(({ id }) => id !== actor.id);
  const bars = await Promise.all(others.map(({ id }) => signingBar(services, id, opened)));
  return others.filter((_, at) => bars[at] === null);
}

type Asked = {
  readonly person: string;
  readonly email: string;
  readonly at: string;
  /** One letter for each person and each of these. */
  readonly since: string;
};

// An answer is followed by a new letter, however soon it is asked again; taking back and asking again is not.
function sinceWhen(last: SignRequestRow | null, at: string): string {
  const isAnswered = last !== null && last.outcome !== 'taken-back';
  return isAnswered ? `after ${last.id}` : oncePerHour(at);
}

function askLetter(
  { config, newId }: Services,
  opened: OpenAssessment,
  { person, email, at, since }: Asked,
): Write {
  const { id } = opened.assessment;
  return queueLetter(
    newId(),
    letterOf({
      key: `sign ${id} ${person} ${since}`,
      recipient: email,
      ...pleaseSignWords({
        department: nameOf(opened),
        url: `${config.origin}${addressOf('/assessments/:id/sign', { id })}`,
      }),
    }),
    at,
  );
}

type Answered = {
  /** null = nobody asked. */
  readonly request: SignRequestRow | null;
  readonly what: 'signed' | 'sent-back';
  readonly at: string;
};

/** The letter to the one who asked, where the account is still open. */
async function answerLetter(
  { engine, config, newId }: Services,
  opened: OpenAssessment,
  { request, what, at }: Answered,
): Promise<readonly Write[]> {
  const { organisationId: organisation, departmentId: department, id } = opened.assessment;
  const leads = await listPeopleOf(engine.db, {
    organisation,
    department,
    roles: ['assessment-lead'],
  });
  const asker = leads.find((person) => person.id === request?.askedBy);
  const told = asker === undefined ? leads : [asker];
  return told.map(({ id: person, email }) =>
    queueLetter(
      newId(),
      letterOf({
        key: `${what} ${request?.id ?? `${id} ${at}`} ${person}`,
        recipient: email,
        ...signatureAnswer(what, {
          department: nameOf(opened),
          url: `${config.origin}${addressOf('/assessments/:id/check', { id })}`,
        }),
      }),
      at,
    ),
  );
}
