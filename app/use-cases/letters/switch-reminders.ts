// Switches reminders by email off and on again: by the person themself, or by whoever holds the address
// that stands in their reminders. It is signed with the secret of the service, so nothing of it is stored,
// and it can do no more than this.
import { addressWithToken } from '#app/addresses.ts';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { loadPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import { deleteStop, insertStop, listStopped } from '#db/repositories/letters/reminder-stops.ts';

type Given = Pick<Services, 'engine' | 'clock' | 'config'>;
export type Reminders = 'on' | 'off';

/** What a reminder to this person says of switching such letters off; its token is made as it is sent. */
export function reminderSwitch({ config }: Pick<Services, 'config'>, person: string) {
  return {
    unsubscribe: `${config.origin}${addressWithToken('/reminders/:token')}`,
    tokenOf: `reminders ${person}`,
  };
}

/** The token with which whoever holds it switches the reminders of this person. */
export function reminderToken({ config }: Pick<Services, 'config'>, person: string): string {
  return `${person}.${signature(config.secret, person)}`;
}

/** Switches the reminders of the person themself. */
export async function switchOwnReminders(
  services: Given,
  actor: Actor,
  to: Reminders,
): Promise<void> {
  await switchFor(services, { person: actor.id, by: actor.id, to });
}

/** Switches the reminders of the person whom the token names; not-found = it is not one of ours. */
export async function switchReminders(
  services: Given,
  { token, to }: { readonly token: string; readonly to: Reminders },
): Promise<Result<null, { readonly code: 'not-found' }>> {
  const person = await personOf(services, token);
  if (person === null) return refused({ code: 'not-found' });
  await switchFor(services, { person, by: null, to });
  return ok(null);
}

/** Whom a token names; null where it is not signed by us, or the account is gone. */
export async function personOf(
  { engine, config }: Pick<Services, 'engine' | 'config'>,
  token: string,
): Promise<string | null> {
  const at = token.lastIndexOf('.');
  const person = token.slice(0, Math.max(at, 0));
  const [given, right] = [token.slice(at + 1), signature(config.secret, person)].map((text) =>
    Buffer.from(text),
  );
  if (given === undefined || right === undefined || given.length !== right.length) return null;
  if (!timingSafeEqual(given, right)) return null;
  return (await loadPerson(engine.db, person)) === null ? null : person;
}

type Switch = { readonly person: string; readonly by: string | null; readonly to: Reminders };

async function switchFor({ engine, clock }: Given, { person, by, to }: Switch): Promise<void> {
  const isOff = (await listStopped(engine.db, [person])).has(person);
  if (isOff === (to === 'off')) return;
  const at = clock().toISOString();
  await engine.commit([
    to === 'off' ? insertStop(person, at) : deleteStop(person),
    audit({
      at,
      actor: by,
      event: `reminders-switched-${to}`,
      organisation: null,
      subject: person,
    }),
  ]);
}

function signature(secret: string, person: string): string {
  return createHmac('sha256', secret).update(`reminders of ${person}`).digest('base64url');
}
