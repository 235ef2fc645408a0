// Whom the awarding body writes to about who may act for an organisation. Its own leads and sponsors say so;
// the one before, and all the others who answer for it, have a letter.
import type { Actor } from '#app/domain/policy/actor.ts';
import { keeps } from '#app/domain/policy/invitation.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { loadOrganisation } from '#db/repositories/people/places.ts';
import { audit } from '#db/repositories/audit.ts';
import { setContactRow } from '#db/repositories/award/organisation-history.ts';
import { canonicalEmail } from '#app/use-cases/accounts/sign-in.ts';
import { contactSetWords } from '#words/people/role-letters.ts';
import { keepersOf, lettersTo } from './tell-keepers.ts';

export type ContactProblem = { readonly code: 'not-found' };

/** The organisation's contact on record is this address. */
export async function setContact(
  services: Pick<Services, 'engine' | 'clock' | 'newId'>,
  actor: Actor,
  { organisation, email: given }: { readonly organisation: string; readonly email: string },
): Promise<Result<null, ContactProblem>> {
  const { engine, clock, newId } = services;
  const place = await loadOrganisation(engine.db, organisation);
  if (place === null || !keeps(actor, organisation)) return refused({ code: 'not-found' });
  const email = canonicalEmail(given);
  if (place.organisation.contactEmail === email) return ok(null);
  const at = clock().toISOString();
  const before = await keepersOf(services, organisation);
  const others = before.filter(({ id }) => id !== actor.id);
  await engine.commit([
    setContactRow(organisation, email),
    ...lettersTo(services, [...others, { email }], {
      key: `contact-on-record ${newId()}`,
      ...contactSetWords({ by: actor.name, organisation: place.organisation.name, email, at }),
    }),
    audit({
      at,
      actor: actor.id,
      event: 'organisation-contact-set',
      organisation,
      subject: organisation,
    }),
  ]);
  return ok(null);
}
