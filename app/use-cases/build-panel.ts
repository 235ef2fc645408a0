// A charter administrator builds panels: who sits, in which seat, who reads the statistics.
import { tidy } from '#app/domain/field-problem.ts';
import { type Actor, isAdministrator } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Seat } from '#app/domain/review/panel.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  deleteMember,
  insertMember,
  insertPanel,
  listCandidates,
  listMembers,
  loadPanel,
  touchPanel,
} from '#db/repositories/panels.ts';
import { listBegun } from '#db/repositories/reviews.ts';
import { decideAgainOnConflict } from './changed-meanwhile.ts';

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
  if (!isAdministrator(actor)) return refused({ code: 'not-allowed' });
  const name = tidy(command.name);
  if (name === '' || name.length > PANEL_NAME_CHARACTERS) {
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

/** Somebody takes a seat; one person has one seat, and a panel one chair. */
export async function seatMember(
  { engine, clock, newId }: Given,
  actor: Actor,
  { panelId, userId, seat, statistics }: SeatCommand,
): Promise<Result<{ id: string }, PanelProblem>> {
  if (!isAdministrator(actor)) return refused({ code: 'not-allowed' });
  return decideAgainOnConflict(async () => {
    const panel = await loadPanel(engine.db, panelId);
    if (panel === null) return refused({ code: 'not-found' });
    const members = await listMembers(engine.db, panelId);
    if (members.some((member) => member.userId === userId))
      return refused({ code: 'sits-already' });
    if (seat === 'chair' && members.some((member) => member.seat === 'chair' && member.sits)) {
      return refused({ code: 'chair-already' });
    }
    const candidates = await listCandidates(engine.db);
    const may = candidates.some(
      ({ id, role }) => id === userId && (seat !== 'chair' || role === 'panel-chair'),
    );
    if (!may) return refused({ code: 'no-candidate' });
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

/** Somebody leaves a panel in which they have not begun. */
export async function unseatMember(
  { engine, clock }: Given,
  actor: Actor,
  { panelId, userId }: { readonly panelId: string; readonly userId: string },
): Promise<Result<{ id: string }, PanelProblem>> {
  if (!isAdministrator(actor)) return refused({ code: 'not-allowed' });
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
