// A person's own calendar address: made, replaced and taken away by that person alone. Only the hash of
// its token is stored, so it is shown once.
import { randomBytes } from 'node:crypto';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  deleteCalendarLinks,
  insertCalendarLink,
} from '#db/repositories/letters/calendar-links.ts';
import { linkId } from '#app/use-cases/accounts/create-password-link.ts';

const TOKEN_BYTES = 32;

type Given = Pick<Services, 'engine' | 'clock'>;

/** The token of the new address; earlier ones show nothing any more. */
export async function makeCalendarLink(
  { engine, clock }: Given,
  actor: Actor,
): Promise<{ readonly token: string }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const at = clock().toISOString();
  await engine.commit([
    deleteCalendarLinks(actor.id),
    insertCalendarLink({ id: linkId(token), userId: actor.id, createdAt: at }),
    event(actor, { at, event: 'calendar-link-made' }),
  ]);
  return { token };
}

/** Takes the address away; without one nothing happens but the event. */
export async function removeCalendarLink({ engine, clock }: Given, actor: Actor): Promise<void> {
  const at = clock().toISOString();
  await engine.commit([
    deleteCalendarLinks(actor.id),
    event(actor, { at, event: 'calendar-link-removed' }),
  ]);
}

function event(actor: Actor, what: { readonly at: string; readonly event: string }) {
  return audit({ ...what, actor: actor.id, organisation: null, subject: actor.id });
}
