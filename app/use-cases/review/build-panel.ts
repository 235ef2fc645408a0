// A charter administrator builds panels: who sits, in which seat, who reads the statistics.
import { addressOf } from '#app/addresses.ts';
import { tidy } from '#app/domain/field-problem.ts';
import { hasVisibleText } from '#app/domain/visible-text.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
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

const PANEL_NAME_CHARACTERS = 120;

export type PanelProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'panel-name-wrong'; readonly most: number }
  /** Not somebody with the role that this seat needs. */
  | { readonly code: 'no-candidate' }
  | { readonly code: 'sits-already' }
  | { readonly code: 'chair-already' }
  /** They have declared interests in a review, so what they did stays with the panel. */
  | { readonly code: 'has-begun' };

type Given = Pick<Services, 'engine' | 'clock' | 'newId'>;

/** The id of the new panel. */
export async function createPanel(
  { engine, clock, newId }: Given,
  actor: Actor,
  command: { readonly name: string },
): Promise<Result<{ id: string }, PanelProblem>> {
  if (!mayAdminister(actor, 'build-panels')) return refused({ code: 'not-allowed' });
  const name = tidy(command.name);
  if (!hasVisibleText(name) || name.length > PANEL_NAME_CHARACTERS) {
    return refused({ code: 'panel-name-wrong', most: PANEL_NAME_CHARACTERS });
  }
  const id = newId();
  const at = clock().toISOString();
  await engine.commit([
    insertPanel({ id, name, createdAt: at, createdBy: actor.id, version: 1 }),
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
    const problem = await standsInTheWay(services, { panelId, userId, seat });
    if (problem !== null) return refused(problem);
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

async function standsInTheWay(
  { engine }: Given,
  { panelId, userId, seat }: Omit<SeatCommand, 'statistics'>,
): Promise<PanelProblem | null> {
  const members = await listMembers(engine.db, panelId);
  if (members.some((member) => member.userId === userId)) return { code: 'sits-already' };
  if (seat === 'chair' && members.some((member) => member.seat === 'chair' && member.sits)) {
    return { code: 'chair-already' };
  }
  const candidates = await listCandidates(engine.db);
  const may = candidates.some(
    ({ id, role }) => id === userId && (seat !== 'chair' || role === 'panel-chair'),
  );
  return may ? null : { code: 'no-candidate' };
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
    const members = await listMembers(engine.db, panelId);
    if (panel === null || !members.some((member) => member.userId === userId)) {
      return refused({ code: 'not-found' });
    }
    if ((await listBegun(engine.db, panelId)).has(userId)) return refused({ code: 'has-begun' });
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
