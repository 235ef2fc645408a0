// The letters about a signature: to who is asked for one, to who asked, and to who signs. What a signature
// brings about beside itself is written here, too.
import { addressOf } from '#app/addresses.ts';
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import { oncePerHour } from '#app/domain/letters/letter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { waitingIn } from '#app/domain/submission/signing.ts';
import type { OpenAssessment } from '#app/doors/open-assessment.ts';
import type { Services } from '#app/services.server.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import {
  closeSignRequest,
  loadSignRequest,
  type SignRequestRow,
} from '#db/repositories/submission/sign-requests.ts';
import type { Write } from '#db/store.ts';
import { letterOf } from '#words/letters/letter.ts';
import {
  pleaseSignWords,
  signatureAnswer,
  youSignedWords,
} from '#words/submission/submission-letters.ts';

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
  const request = waitingIn(await loadSignRequest(engine.db, id));
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

function nameOf({ assessment, department }: OpenAssessment): string {
  return labelOf({ department, name: assessment.name });
}

type Asked = {
  readonly person: string;
  readonly email: string;
  readonly at: string;
  /** The request before this one; null = there was none. */
  readonly before: SignRequestRow | null;
};

// One letter for each person and hour; an answer is followed by a new one, however soon it is asked again; taking back and asking again is not.
function sinceWhen(last: SignRequestRow | null, at: string): string {
  const isAnswered = last !== null && last.outcome !== 'taken-back';
  return isAnswered ? `after ${last.id}` : oncePerHour(at);
}

/** The letter that asks somebody to sign. */
export function askLetter(
  { config, newId }: Services,
  opened: OpenAssessment,
  { person, email, at, before }: Asked,
): Write {
  const { id } = opened.assessment;
  return queueLetter(
    newId(),
    letterOf({
      key: `sign ${id} ${person} ${sinceWhen(before, at)}`,
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
export async function answerLetter(
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
