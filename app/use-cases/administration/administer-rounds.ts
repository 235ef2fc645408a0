// Opens rounds, moves their closing time, and gives one assessment a later one, each with the reason and
// with letters to those who were promised another; for charter administrators.
import {
  checkClosing,
  checkExtension,
  checkMovedClosing,
  type ClosingRefused,
} from '#app/domain/assessment/closing.ts';
import { closesFor } from '#app/domain/assessment/round-times.ts';
import { type ToConfirm, unconfirmed } from '#app/domain/confirmation.ts';
import { checkOffered } from '#app/domain/charter/offer.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { REASON } from '#app/domain/limits.ts';
import { mustName, mustWrite } from '#app/domain/written-text.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { isRetired } from '#db/repositories/charters/retired-charters.ts';
import {
  insertExtension,
  insertRound,
  listExtensions,
  listInRound,
  loadRound,
  setClosing,
} from '#db/repositories/administration/round-rows.ts';
import { closingLetters, extensionLetters } from './deadline-letters.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';

const ROUND_NAME = { code: 'name-wrong', most: 120 } as const;

export type RoundProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'name-wrong'; readonly most: number }
  | { readonly code: 'charter-not-published' }
  | ClosingRefused
  | { readonly code: 'reason-wrong'; readonly most: number }
  | ToConfirm;

type Given = Pick<Services, 'engine' | 'library' | 'clock' | 'newId'>;
type MoveGiven = Pick<Services, 'engine' | 'clock' | 'newId' | 'config'>;

export type OpenRoundCommand = {
  readonly name: string;
  readonly charter: string;
  /** Instants, ISO 8601 UTC. */
  readonly opensAt: string;
  readonly closesAt: string;
};

/** The id of the new round. */
export async function openRound(
  { engine, library, clock, newId }: Given,
  actor: Actor,
  command: OpenRoundCommand,
): Promise<Result<{ id: string }, RoundProblem>> {
  if (!mayAdminister(actor, 'keep-rounds')) return refused({ code: 'not-allowed' });
  const name = mustName(ROUND_NAME, command.name);
  if (!name.ok) return name;
  const retired = await isRetired(engine.db, command.charter);
  const version = checkOffered(library.versions.get(command.charter), retired);
  if (!version.ok) return version;
  const { charter, opensAt, closesAt } = command;
  const at = clock().toISOString();
  const closes = checkClosing({ opensAt }, { closesAt, now: at });
  if (!closes.ok) return closes;
  const id = newId();
  await engine.commit([
    insertRound({
      id,
      name: name.value,
      charter,
      opensAt,
      closesAt,
      createdAt: at,
      createdBy: actor.id,
      version: 1,
    }),
    audit({ at, actor: actor.id, event: 'round-opened', organisation: null, subject: id }),
  ]);
  return ok({ id });
}

export type MoveClosingCommand = {
  readonly roundId: string;
  readonly closesAt: string;
  readonly reason: string;
  /** What its confirmation page gave back; '' = it was not shown yet. */
  readonly confirmed: string;
};

/** Moves the closing time of a round for everyone, who are told; earlier than promised asks twice. */
export async function moveClosing(
  services: MoveGiven,
  actor: Actor,
  { roundId, closesAt, reason: typed, confirmed }: MoveClosingCommand,
): Promise<Result<{ id: string }, RoundProblem>> {
  const { engine, clock } = services;
  if (!mayAdminister(actor, 'keep-rounds')) return refused({ code: 'not-allowed' });
  return decideAgainOnConflict(async () => {
    const round = await loadRound(engine.db, roundId);
    if (round === null) return refused({ code: 'not-found' });
    const at = clock().toISOString();
    const closes = checkMovedClosing(round, { closesAt, now: at });
    if (!closes.ok) return closes;
    const reason = mustWrite(REASON, typed);
    if (!reason.ok) return reason;
    const affected = await listInRound(engine.db, roundId);
    const asked = unconfirmed({
      confirmed,
      affects: [`version-${round.version}`, ...affected.map(({ id }) => id)],
      twice: closesAt < round.closesAt,
    });
    if (asked !== null) return asked;
    await engine.commit([
      setClosing(roundId, closesAt, round.version),
      ...(await closingLetters(services, { round, closesAt, reason: reason.value, affected, at })),
      audit({
        at,
        actor: actor.id,
        event: 'round-closing-moved',
        organisation: null,
        subject: roundId,
        details: { from: round.closesAt, to: closesAt, reason: reason.value },
      }),
    ]);
    return ok({ id: roundId });
  });
}

export type ExtendCommand = MoveClosingCommand & { readonly assessmentId: string };

/** A later closing time for one assessment, with the reason on record; its department is told. */
export async function extendRound(
  services: MoveGiven,
  actor: Actor,
  command: ExtendCommand,
): Promise<Result<{ id: string }, RoundProblem>> {
  const { engine, clock, newId } = services;
  if (!mayAdminister(actor, 'keep-rounds')) return refused({ code: 'not-allowed' });
  const { roundId, assessmentId, closesAt, confirmed } = command;
  const round = await loadRound(engine.db, roundId);
  const meant = await listInRound(engine.db, roundId);
  const assessment = meant.find(({ id }) => id === assessmentId);
  if (round === null || assessment === undefined) return refused({ code: 'not-found' });
  const reason = mustWrite(REASON, command.reason);
  if (!reason.ok) return reason;
  const earlier = await listExtensions(engine.db, { roundId, assessmentId });
  const promised = closesFor(round, earlier);
  const at = clock().toISOString();
  const closes = checkExtension(promised, { closesAt, now: at });
  if (!closes.ok) return closes;
  const affects = [assessmentId, promised];
  const asked = unconfirmed({ confirmed, affects, twice: false });
  if (asked !== null) return asked;
  const id = newId();
  const times = { promised, closesAt, at };
  const told = { round, assessment, key: `extension ${id}`, reason: reason.value, ...times };
  await engine.commit([
    insertExtension({
      id,
      roundId,
      assessmentId,
      closesAt,
      reason: reason.value,
      createdAt: at,
      createdBy: actor.id,
    }),
    ...(await extensionLetters(services, told)),
    audit({
      at,
      actor: actor.id,
      event: 'round-extended',
      organisation: assessment.organisationId,
      subject: assessmentId,
      details: { round: roundId, closesAt },
    }),
  ]);
  return ok({ id });
}
