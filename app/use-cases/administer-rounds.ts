// Opens rounds, moves their closing time, and gives one assessment a later one with the reason; for
// charter administrators.
import { isAdministrator, type Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { tidy } from '#app/domain/field-problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { isRetired } from '#db/repositories/retired-charters.ts';
import {
  insertExtension,
  insertRound,
  listInRound,
  loadRound,
  setClosing,
} from '#db/repositories/rounds.ts';
import { decideAgainOnConflict } from './changed-meanwhile.ts';

const ROUND_NAME_CHARACTERS = 120;
const EXTENSION_REASON_CHARACTERS = 1000;

export type RoundProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'name-wrong'; readonly most: number }
  | { readonly code: 'charter-not-published' }
  | { readonly code: 'closes-before-opening' }
  | { readonly code: 'closes-in-the-past' }
  | { readonly code: 'not-later'; readonly closesAt: string }
  | { readonly code: 'reason-wrong'; readonly most: number };

type Given = Pick<Services, 'engine' | 'library' | 'clock' | 'newId'>;

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
  if (!isAdministrator(actor)) return refused({ code: 'not-allowed' });
  const name = tidy(command.name);
  if (name === '' || name.length > ROUND_NAME_CHARACTERS) {
    return refused({ code: 'name-wrong', most: ROUND_NAME_CHARACTERS });
  }
  const published = library.versions.get(command.charter)?.published === true;
  if (!published || (await isRetired(engine.db, command.charter))) {
    return refused({ code: 'charter-not-published' });
  }
  const { charter, opensAt, closesAt } = command;
  const at = clock().toISOString();
  if (closesAt <= opensAt) return refused({ code: 'closes-before-opening' });
  if (closesAt <= at) return refused({ code: 'closes-in-the-past' });
  const id = newId();
  await engine.commit([
    insertRound({
      id,
      name,
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

/** Moves the closing time of a round for everyone. */
export async function moveClosing(
  { engine, clock }: Given,
  actor: Actor,
  { roundId, closesAt }: { readonly roundId: string; readonly closesAt: string },
): Promise<Result<{ id: string }, RoundProblem>> {
  if (!isAdministrator(actor)) return refused({ code: 'not-allowed' });
  return decideAgainOnConflict(async () => {
    const round = await loadRound(engine.db, roundId);
    if (round === null) return refused({ code: 'not-found' });
    const at = clock().toISOString();
    if (closesAt <= round.opensAt) return refused({ code: 'closes-before-opening' });
    if (closesAt <= at) return refused({ code: 'closes-in-the-past' });
    await engine.commit([
      setClosing(roundId, closesAt, round.version),
      audit({
        at,
        actor: actor.id,
        event: 'round-closing-moved',
        organisation: null,
        subject: roundId,
        details: { from: round.closesAt, to: closesAt },
      }),
    ]);
    return ok({ id: roundId });
  });
}

export type ExtendCommand = {
  readonly roundId: string;
  readonly assessmentId: string;
  readonly closesAt: string;
  readonly reason: string;
};

/** A later closing time for one assessment, with the reason on record. */
export async function extendRound(
  { engine, clock, newId }: Given,
  actor: Actor,
  command: ExtendCommand,
): Promise<Result<{ id: string }, RoundProblem>> {
  if (!isAdministrator(actor)) return refused({ code: 'not-allowed' });
  const { roundId, assessmentId, closesAt } = command;
  const round = await loadRound(engine.db, roundId);
  const meant = await listInRound(engine.db, roundId);
  const assessment = meant.find(({ id }) => id === assessmentId);
  if (round === null || assessment === undefined) return refused({ code: 'not-found' });
  const reason = tidy(command.reason);
  if (reason === '' || reason.length > EXTENSION_REASON_CHARACTERS) {
    return refused({ code: 'reason-wrong', most: EXTENSION_REASON_CHARACTERS });
  }
  if (closesAt <= round.closesAt) return refused({ code: 'not-later', closesAt: round.closesAt });
  const at = clock().toISOString();
  if (closesAt <= at) return refused({ code: 'closes-in-the-past' });
  const id = newId();
  await engine.commit([
    insertExtension({
      id,
      roundId,
      assessmentId,
      closesAt,
      reason,
      createdAt: at,
      createdBy: actor.id,
    }),
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
