// The awarding body steps in where an organisation has nobody left who could name a lead. It says why; whoever
// answers for the organisation has a letter at once, and a day in which any of them can stop it with one
// click. Then the address is invited, as everybody is.
import { addressWithToken } from '#app/addresses.ts';
import { lettersGoOut } from '#app/domain/letters/goes-out.ts';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { keeps } from '#app/domain/policy/invitation.ts';
import { checkSteppingIn, type NotSteppingIn } from '#app/domain/policy/role-given.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { loadOrganisation } from '#db/repositories/people/places.ts';
import { audit } from '#db/repositories/audit.ts';
import type { Keeper } from '#db/repositories/people/keepers.ts';
import {
  cancelChange,
  insertRoleChange,
  loadRoleChange,
  onlyWaitingChange,
} from '#db/repositories/people/role-changes.ts';
import { Conflict, type Write } from '#db/store.ts';
import type { NoMail } from '#app/use-cases/accounts/mail-password-link.ts';
import { canonicalEmail } from '#app/use-cases/accounts/sign-in.ts';
import { stepInWords } from '#words/people/role-letters.ts';
import { keepersOf, lettersTo } from './tell-keepers.ts';

const STEP_IN_HOURS = 24;
/** What the awarding body gives; every other role is the organisation's own affair. */
export const ROLE = 'assessment-lead';

export type StepInCommand = {
  readonly organisation: string;
  /** null = the whole organisation. */
  readonly department: string | null;
  readonly email: string;
  readonly reason: string;
};

export type StepInProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | NoMail
  | NotSteppingIn
  | { readonly code: 'waits-already' };

type Given = Pick<Services, 'engine' | 'clock' | 'newId' | 'config'>;

/** Asks for a lead to be invited a day from now. */
export async function askForLead(
  services: Given,
  actor: Actor,
  command: StepInCommand,
): Promise<Result<{ id: string }, StepInProblem>> {
  const { engine, clock, newId } = services;
  const checked = await check(services, actor, command);
  if (!checked.ok) return checked;
  const { organisation, department } = command;
  const { email, reason, placeName, keepers } = checked.value;
  const id = newId();
  const now = clock();
  const at = now.toISOString();
  const effectiveAt = new Date(now.getTime() + STEP_IN_HOURS * 60 * 60_000).toISOString();
  try {
    await engine.commit([
      insertRoleChange({
        id,
        email,
        organisationId: organisation,
        departmentId: department,
        role: ROLE,
        reason,
        askedAt: at,
        askedBy: actor.id,
        effectiveAt,
      }),
      onlyWaitingChange({ id, organisationId: organisation }),
      ...letters(services, keepers, { actor, id, email, placeName, reason, effectiveAt }),
      audit({
        at,
        actor: actor.id,
        event: 'role-change-asked',
        organisation,
        subject: id,
        details: { role: ROLE, department },
      }),
    ]);
    return ok({ id });
  } catch (error) {
    // Named recovery: another one waits.
    if (error instanceof Conflict) return refused({ code: 'waits-already' });
    throw error;
  }
}

type Checked = {
  readonly email: string;
  readonly reason: string;
  readonly placeName: string;
  readonly keepers: readonly Keeper[];
};

async function check(
  services: Given,
  actor: Actor,
  { organisation, department, email: given, reason: typed }: StepInCommand,
): Promise<Result<Checked, StepInProblem>> {
  const { engine, config } = services;
  if (!mayAdminister(actor, 'step-in')) return refused({ code: 'not-allowed' });
  if (!lettersGoOut(config)) return refused({ code: 'no-mail' });
  const place = await loadOrganisation(engine.db, organisation);
  const inside = place?.departments.find(({ id }) => id === department);
  if (place === null || (department !== null && inside === undefined)) {
    return refused({ code: 'not-found' });
  }
  const email = canonicalEmail(given);
  const keepers = await keepersOf(services, organisation);
  const reason = checkSteppingIn({ reason: typed, email, own: actor.email, keepers });
  if (!reason.ok) return reason;
  const placeName = [inside?.name, place.organisation.name].filter(Boolean).join(', ');
  return ok({ email, reason: reason.value, placeName, keepers });
}

type Asked = {
  readonly actor: Actor;
  readonly id: string;
  readonly email: string;
  readonly placeName: string;
  readonly reason: string;
  readonly effectiveAt: string;
};

function letters(services: Given, keepers: readonly Keeper[], asked: Asked): readonly Write[] {
  const { actor, id, email, placeName, reason, effectiveAt } = asked;
  return lettersTo(services, keepers, {
    key: `role-change ${id}`,
    ...stepInWords({
      by: actor.name,
      email,
      place: placeName,
      reason,
      effectiveAt,
      url: `${services.config.origin}${addressWithToken('/role-changes/:token')}`,
    }),
    tokenOf: `role-change ${id}`,
  });
}

/** The token with which whoever has the letter reads of it and objects; it can do no more. */
export function roleChangeToken({ config }: Pick<Services, 'config'>, id: string): string {
  return `${id}.${signature(config.secret, id)}`;
}

/** Which change a token is for; null where it is not signed by us. */
export function roleChangeIn({ config }: Pick<Services, 'config'>, token: string): string | null {
  const dot = token.lastIndexOf('.');
  const id = token.slice(0, Math.max(dot, 0));
  const given = Buffer.from(token.slice(dot + 1));
  const right = Buffer.from(signature(config.secret, id));
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}

function signature(secret: string, id: string): string {
  return createHmac('sha256', secret).update(`role change ${id}`).digest('base64url');
}

export type ObjectProblem = { readonly code: 'not-found' } | { readonly code: 'over' };

/** Somebody who has the letter objects. */
export async function objectByLetter(
  services: Given,
  actor: Actor | null,
  token: string,
): Promise<Result<{ organisation: string }, ObjectProblem>> {
  const id = roleChangeIn(services, token);
  return id === null ? refused({ code: 'not-found' }) : stop(services, actor?.id ?? null, id);
}

/** Somebody who answers for the organisation objects, or an administrator takes it back. */
export async function objectToChange(
  services: Given,
  actor: Actor,
  id: string,
): Promise<Result<{ organisation: string }, ObjectProblem>> {
  const found = await loadRoleChange(services.engine.db, id);
  const organisation = found?.change.organisationId ?? '';
  if (found === null || !(keeps(actor, organisation) || mayAdminister(actor, 'step-in'))) {
    return refused({ code: 'not-found' });
  }
  return stop(services, actor.id, id);
}

async function stop(
  { engine, clock }: Given,
  by: string | null,
  id: string,
): Promise<Result<{ organisation: string }, ObjectProblem>> {
  const found = await loadRoleChange(engine.db, id);
  if (found === null) return refused({ code: 'not-found' });
  const organisation = found.change.organisationId;
  const at = clock().toISOString();
  try {
    await engine.commit([
      cancelChange(id, { at, actor: by ?? 'the letter' }),
      audit({ at, actor: by, event: 'role-change-stopped', organisation, subject: id }),
    ]);
    return ok({ organisation });
  } catch (error) {
    if (error instanceof Conflict) return refused({ code: 'over' });
    throw error;
  }
}
