// A third party, without an account, holds something against a published award; an administrator closes it.
// Upheld means that the award is withdrawn. The letters hold nothing of what was written.
import { addressOf } from '#app/addresses.ts';
import {
  checkClosingObjection,
  checkObjection,
  checkTaking,
  type NotClosed,
  type ObjectionFieldProblem,
  type ObjectionFields,
  type ObjectionOutcome,
  type TooMany,
} from '#app/domain/award/objection.ts';
import { oncePerHour } from '#app/domain/letters/letter.ts';
import { letterOf, type LetterWords } from '#words/letters/letter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { secondsToWait } from '#app/domain/policy/guessing.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  closeObjectionRow,
  countOpenObjections,
  insertObjection,
  loadObjection,
  type ObjectionRow,
} from '#db/repositories/award/objections.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { loadPublished } from '#db/repositories/award/register-rows.ts';
import { countTry, loadTries } from '#db/repositories/accounts/failed-tries.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { objectionArrived, objectionClosed } from '#words/award/award-letters.ts';
import { type AwardProblem, openAward, withdrawalWrites } from './publish-award.ts';

export type ObjectProblem =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-valid'; readonly fields: readonly ObjectionFieldProblem[] }
  | TooMany;

export type ObjectCommand = ObjectionFields & {
  readonly number: string;
  /** The network address that asks. */
  readonly address: string;
};

/** The id of the objection. */
export async function objectToAward(
  services: Services,
  command: ObjectCommand,
): Promise<Result<{ id: string }, ObjectProblem>> {
  const { engine, clock, newId } = services;
  const award = await loadPublished(engine.db, command.number);
  if (award === null || award.withdrawnAt !== null) return refused({ code: 'not-found' });
  const checked = checkObjection(command);
  if (!checked.ok) return refused({ code: 'not-valid', fields: checked.problem });
  const key = `objection ${command.address}`;
  const now = clock();
  const seconds = secondsToWait(
    'objection',
    await loadTries(engine.db, key, now.getTime()),
    now.getTime(),
  );
  const open = await countOpenObjections(engine.db, award.id);
  const taken = checkTaking({ seconds, open });
  if (!taken.ok) return taken;
  const [id, at] = [newId(), now.toISOString()];
  const row = { id, awardId: award.id, ...checked.value, madeAt: at };
  await engine.commit([
    countTry(key, at),
    insertObjection(row),
    letter(newId, row, {
      at,
      // Whoever types an address that is not theirs does not fill its letter box.
      key: `objection received ${row.email.toLowerCase()} ${oncePerHour(at)}`,
      words: objectionArrived({ number: award.number, register: registerOf(services) }),
    }),
    audit({
      at,
      actor: null,
      event: 'objection-made',
      organisation: award.organisationId,
      subject: award.assessmentId,
      details: { award: award.id, objection: id },
    }),
  ]);
  return ok({ id });
}

export type CloseObjectionProblem = AwardProblem | NotClosed;

export type CloseObjectionCommand = {
  readonly number: string;
  readonly objection: string;
  readonly outcome: ObjectionOutcome;
  readonly reason: string;
};

/** The objection is upheld, which withdraws the award for the same reason, or dismissed. */
export async function closeObjection(
  services: Services,
  actor: Actor,
  command: CloseObjectionCommand,
): Promise<Result<null, CloseObjectionProblem>> {
  return decideAgainOnConflict(() => close(services, actor, command));
}

async function close(
  services: Services,
  actor: Actor,
  { number, objection: id, outcome, reason: typed }: CloseObjectionCommand,
): Promise<Result<null, CloseObjectionProblem>> {
  const { engine, clock } = services;
  const opened = await openAward(services, actor, { number, act: 'close-objections' });
  if (!opened.ok) return opened;
  const award = opened.value;
  const objection = await loadObjection(engine.db, id);
  if (objection?.awardId !== award.id) return refused({ code: 'not-found' });
  const checked = checkClosingObjection({ objection, award, outcome, reason: typed });
  if (!checked.ok) return checked;
  const { reason, withdraws } = checked.value;
  const at = clock().toISOString();
  await engine.commit([
    closeObjectionRow(id, {
      outcome,
      outcomeReason: reason,
      closedAt: at,
      closedBy: actor.id,
    }),
    ...(withdraws ? await withdrawalWrites(services, { award, actor, reason }) : []),
    letter(services.newId, objection, {
      at,
      key: `objection closed ${id}`,
      words: objectionClosed(outcome, { number, register: registerOf(services) }),
    }),
    audit({
      at,
      actor: actor.id,
      event: 'objection-closed',
      organisation: award.organisationId,
      subject: award.assessmentId,
      details: { award: award.id, objection: id, outcome },
    }),
  ]);
  return ok(null);
}

type Told = { readonly at: string; readonly key: string; readonly words: LetterWords };

function letter(
  newId: Services['newId'],
  { email }: Pick<ObjectionRow, 'email'>,
  { at, key, words }: Told,
): Write {
  return queueLetter(newId(), letterOf({ key, recipient: email, ...words }), at);
}

function registerOf({ config }: Services): string {
  return `${config.origin}${addressOf('/awards')}`;
}
