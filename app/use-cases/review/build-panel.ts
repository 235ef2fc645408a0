// A charter administrator builds panels: who sits, in which seat, who reads the statistics.
import { addressOf } from '#app/addresses.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { REVIEW_TEXTS } from '#app/domain/limits.ts';
import { mustName } from '#app/domain/written-text.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import {
  checkSeating,
  checkUnseating,
  type NotSeated,
  type NotUnseated,
} from '#app/domain/review/panel-seats.ts';
import type { Seat } from '#app/domain/review/panel-size.ts';
import { seatText } from '#words/review/seat-text.ts';
import type { Services } from '#app/services.server.ts';
import { loadPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  deleteMember,
  insertMember,
  insertPanel,
  listCandidates,
  listMembers,
  loadPanel,
  touchPanel,
} from '#db/repositories/review/panel-rows.ts';
import { listBegun } from '#db/repositories/review/review-rows.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { lettersTo, otherAdministrators } from '#app/use-cases/people/tell-keepers.ts';
import { seatGivenWords, seatTold } from '#words/review/panel-letters.ts';

export type PanelProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'panel-name-wrong'; readonly most: number }
  | NotSeated
  | NotUnseated;

type Given = Pick<Services, 'engine' | 'clock' | 'newId'>;

/** The id of the new panel. */
export async function createPanel(
  { engine, clock, newId }: Given,
  actor: Actor,
  command: { readonly name: string },
): Promise<Result<{ id: string }, PanelProblem>> {
  if (!mayAdminister(actor, 'build-panels')) return refused({ code: 'not-allowed' });
  const name = mustName(REVIEW_TEXTS.panelName, command.name);
  if (!name.ok) return name;
  const id = newId();
  const at = clock().toISOString();
  await engine.commit([
    insertPanel({ id, name: name.value, createdAt: at, createdBy: actor.id, version: 1 }),
    audit({ at, actor: actor.id, event: 'panel-created', organisation: null, subject: id }),
  ]);
  return ok({ id });
}

export type SeatCommand = {
  readonly panelId: string;
  readonly userId: string;
  readonly seat: Seat;
  readonly statistics: boolean;
};

/** Somebody takes a seat and hears of it; one person has one seat, and a panel one chair. */
export async function seatMember(
  services: Given & Pick<Services, 'config'>,
  actor: Actor,
  { panelId, userId, seat, statistics }: SeatCommand,
): Promise<Result<{ id: string }, PanelProblem>> {
  const { engine, clock, newId } = services;
  if (!mayAdminister(actor, 'build-panels')) return refused({ code: 'not-allowed' });
  return decideAgainOnConflict(async () => {
    const panel = await loadPanel(engine.db, panelId);
    if (panel === null) return refused({ code: 'not-found' });
    const members = await listMembers(engine.db, panelId);
    const candidates = await listCandidates(engine.db);
    const checked = checkSeating({ userId, seat, members, candidates });
    if (!checked.ok) return checked;
    const at = clock().toISOString();
    await engine.commit([
      touchPanel(panel),
      insertMember({
        id: newId(),
        panelId,
        userId,
        seat,
        statistics,
        createdAt: at,
        createdBy: actor.id,
      }),
      ...(await lettersOfSeat(services, { actor, panel, userId, seat, statistics })),
      audit({
        at,
        actor: actor.id,
        event: 'panel-member-seated',
        organisation: null,
        subject: panelId,
        details: { person: userId, seat, statistics },
      }),
    ]);
    return ok({ id: panelId });
  });
}

type Seated = Omit<SeatCommand, 'panelId'> & {
  readonly actor: Actor;
  readonly panel: { readonly id: string; readonly name: string };
};

/** To the person, and to the other administrators: who decides on awards is never changed unseen. */
async function lettersOfSeat(
  services: Given & Pick<Services, 'config'>,
  { actor, panel, userId, seat, statistics }: Seated,
): Promise<readonly Write[]> {
  const { engine, config, newId } = services;
  const person = await loadPerson(engine.db, userId);
  if (person === null) return [];
  const others = await otherAdministrators(services, actor.id);
  const key = `panel-seat ${newId()}`;
  const as = seatText({ seat, statistics });
  return [
    ...lettersTo(services, [person], {
      key,
      ...seatGivenWords({
        by: actor.name,
        panel: panel.name,
        as,
        contact: config.contact,
        url: `${config.origin}${addressOf('/reviews')}`,
      }),
    }),
    ...lettersTo(
      services,
      others.filter(({ id }) => id !== userId),
      {
        key,
        ...seatTold({
          by: actor.name,
          panel: panel.name,
          as,
          person,
          url: `${config.origin}${addressOf('/admin/panels/:panel', { panel: panel.id })}`,
        }),
      },
    ),
  ];
}

/** Somebody leaves a panel in which they have not begun. */
export async function unseatMember(
  { engine, clock }: Given,
  actor: Actor,
  { panelId, userId }: { readonly panelId: string; readonly userId: string },
): Promise<Result<{ id: string }, PanelProblem>> {
  if (!mayAdminister(actor, 'build-panels')) return refused({ code: 'not-allowed' });
  return decideAgainOnConflict(async () => {
    const panel = await loadPanel(engine.db, panelId);
    if (panel === null) return refused({ code: 'not-found' });
    const members = await listMembers(engine.db, panelId);
    const begun = await listBegun(engine.db, panelId);
    const checked = checkUnseating(userId, { members, begun });
    if (!checked.ok) return checked;
    const at = clock().toISOString();
    await engine.commit([
      touchPanel(panel),
      deleteMember(panelId, userId),
      audit({
        at,
        actor: actor.id,
        event: 'panel-member-left',
        organisation: null,
        subject: panelId,
        details: { person: userId },
      }),
    ]);
    return ok({ id: panelId });
  });
}
