// An administrator takes a lost second factor away. Its owner is written to, and it holds a day later: whoever
// has not lost anything takes it back, and nobody who only knows a password gains by asking.
import { changeSecurity } from '#db/repositories/accounts/account-security.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { lettersGoOut } from '#app/domain/letters/goes-out.ts';
import { actorId, type By, isOperator } from '#app/domain/policy/people.ts';
import {
  checkResetReason,
  checkResetting,
  mayKeepFactor,
  type NotResettable,
} from '#app/domain/policy/own-factor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import type { TextRule } from '#app/domain/written-text.ts';
import { deleteSessionsOf, loadPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  applyReset,
  cancelReset,
  type FactorResetRow,
  insertFactorReset,
  listDueResets,
  loadFactorReset,
  wasOwnerTold,
} from '#db/repositories/accounts/factor-resets.ts';
import { deletePasskeysOf } from '#db/repositories/accounts/passkey-rows.ts';
import {
  type Account,
  deleteAuthenticator,
  loadAccountOf,
  replaceRecoveryCodes,
} from '#db/repositories/accounts/sign-in-accounts.ts';
import { Conflict, type Write } from '#db/store.ts';
import { FACTOR_GONE, factorWillGo } from '#words/accounts/security-letters.ts';
import { securityLetter } from './security-letter.ts';

const DAY = 24 * 60 * 60_000;

export type ResetProblem =
  | { readonly code: 'not-allowed' }
  | NotResettable
  /** Its owner cannot be told. */
  | { readonly code: 'no-mail' }
  | TextRule<'reason-wrong'>;

/** When the reset will hold, ISO 8601 UTC. */
export async function askFactorReset(
  services: Services,
  actor: Actor,
  { person, reason: typed }: { readonly person: string; readonly reason: string },
): Promise<Result<{ effectiveAt: string }, ResetProblem>> {
  const { engine, clock, newId } = services;
  const found = await resettable(services, actor, person);
  if (!found.ok) return found;
  if (!lettersGoOut(services.config)) return refused({ code: 'no-mail' });
  const account = found.value;
  const checked = checkResetReason(typed);
  if (!checked.ok) return checked;
  const reason = checked.value;
  const [id, now] = [newId(), clock()];
  const at = now.toISOString();
  const effectiveAt = new Date(now.getTime() + DAY).toISOString();
  await engine.commit([
    insertFactorReset({
      id,
      userId: person,
      askedAt: at,
      askedBy: actor.id,
      reason,
      effectiveAt,
      appliedAt: null,
      cancelledAt: null,
      cancelledBy: null,
    }),
    audit({
      at,
      actor: actor.id,
      event: 'factor-reset-asked',
      organisation: null,
      subject: person,
      details: { reset: id },
    }),
    securityLetter(services, account.email, {
      at,
      key: keyOf(id),
      ...factorWillGo(actor.name, reason),
    }),
  ]);
  return ok({ effectiveAt });
}

async function resettable(
  { engine }: Pick<Services, 'engine'>,
  actor: Actor,
  person: string,
): Promise<Result<Account, ResetProblem>> {
  if (!mayAdminister(actor, 'take-factor-away')) return refused({ code: 'not-allowed' });
  return checkResetting({
    isOwn: person === actor.id,
    account: await loadAccountOf(engine.db, person),
    waiting: await loadFactorReset(engine.db, person),
  });
}

/** The owner keeps the factor, or an administrator thinks better of it. */
export async function cancelFactorReset(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
  person: string,
): Promise<Result<null, ResetProblem>> {
  if (!mayKeepFactor(actor, person)) return refused({ code: 'not-allowed' });
  const reset = await loadFactorReset(engine.db, person);
  if (reset === null) return refused({ code: 'not-found' });
  const at = clock().toISOString();
  await engine.commit([
    cancelReset(reset.id, { at, by: actor.id }),
    audit({
      at,
      actor: actor.id,
      event: 'factor-reset-cancelled',
      organisation: null,
      subject: person,
      details: { reset: reset.id },
    }),
  ]);
  return ok(null);
}

/** Takes away what has waited for a day; how many. */
export async function applyFactorResets(services: Services): Promise<{ readonly applied: number }> {
  const due = await listDueResets(services.engine.db, services.clock().toISOString());
  let applied = 0;
  for (const reset of due) if (await apply(services, reset)) applied += 1;
  return { applied };
}

/** The key of the letter that tells of a reset. */
function keyOf(reset: string): string {
  return `factor-reset ${reset}`;
}

async function apply(services: Services, reset: FactorResetRow): Promise<boolean> {
  const { engine, config } = services;
  const at = services.clock().toISOString();
  const person = await loadPerson(engine.db, reset.userId);
  if (person === null) return false;
  // A mail server that was down all day, or a letter that was taken out, has told nobody.
  const told = config.smtpUrl === null || (await wasOwnerTold(engine.db, keyOf(reset.id)));
  if (!told) return false;
  try {
    await services.engine.commit([
      applyReset(reset.id, at),
      ...withoutFactor(services, person, { at, by: null, reset: reset.id }),
    ]);
    return true;
  } catch (error) {
    // Named recovery: its owner has kept it at this moment.
    if (error instanceof Conflict) return false;
    throw error;
  }
}

/** At once, for whoever runs the service: they have everything anyway. */
export async function resetFactorNow(
  services: Pick<Services, 'engine' | 'clock' | 'config' | 'newId'>,
  person: { readonly id: string; readonly email: string },
  by: By,
): Promise<Result<null, { readonly code: 'not-allowed' }>> {
  if (!isOperator(by)) return refused({ code: 'not-allowed' });
  const at = services.clock().toISOString();
  await services.engine.commit(
    withoutFactor(services, person, { at, by: actorId(by), reset: null }),
  );
  return ok(null);
}

// The next sign-in leads to the page where another factor is set up: there are no days of grace.
function withoutFactor(
  services: Pick<Services, 'config' | 'newId'>,
  person: { readonly id: string; readonly email: string },
  { at, by, reset }: { at: string; by: string | null; reset: string | null },
): readonly Write[] {
  return [
    deleteAuthenticator(person.id),
    deletePasskeysOf(person.id),
    ...replaceRecoveryCodes(person.id, [], at),
    changeSecurity(person.id, { factorDueAt: at }),
    deleteSessionsOf(person.id),
    audit({
      at,
      actor: by,
      event: 'factor-reset',
      organisation: null,
      subject: person.id,
      details: { reset, operator: reset === null },
    }),
    securityLetter(services, person.email, {
      at,
      key: `factor-reset-done ${person.id} ${at}`,
      ...FACTOR_GONE,
    }),
  ];
}
