// Another email address for one's own account, once whoever reads the old one and whoever reads the new one have
// said so. Its links are signed and name their row, so that nothing of them is stored.
import { addressWithToken } from '#app/addresses.ts';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { lettersGoOut } from '#app/domain/letters/goes-out.ts';
import { letterOf } from '#words/letters/letter.ts';
import {
  checkChanging,
  checkNewAddress,
  isConfirmedWith,
} from '#app/domain/policy/account-address.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Proof } from '#app/domain/policy/proof.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import {
  findPersonByEmail,
  loadPerson,
  updateEmail,
} from '#db/repositories/accounts/sign-in-rows.ts';
import {
  type AddressChangeRow,
  confirmAddress,
  endAddressChanges,
  insertAddressChange,
  loadAddressChange,
} from '#db/repositories/accounts/address-changes.ts';
import { audit } from '#db/repositories/audit.ts';
import { expirePasswordLinks } from '#db/repositories/accounts/password-links.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { Conflict, type Write } from '#db/store.ts';
import { confirmAddressWords } from '#words/accounts/link-letters.ts';
import { addressChanged } from '#words/accounts/security-letters.ts';
import type { OwnAccountProblem } from './own-account-problem.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { confirmIdentity, type ConfirmProblem } from './confirm-identity.ts';
import { securityLetter } from './security-letter.ts';
import { canonicalEmail } from './sign-in.ts';

const CHANGE_MINUTES = 60;

export type Side = 'old' | 'new';

/** The new address, as it will be written; both have a letter now. */
export async function beginAddressChange(
  services: Services,
  actor: Actor,
  { email: typed, proof }: { readonly email: string; readonly proof: Proof },
): Promise<Result<{ email: string }, OwnAccountProblem | ConfirmProblem>> {
  const { engine, clock, newId } = services;
  const email = canonicalEmail(typed);
  const checked = checkNewAddress(email, actor.email);
  if (!checked.ok) return checked;
  if (!lettersGoOut(services.config)) return refused({ code: 'no-mail' });
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  const now = clock();
  const at = now.toISOString();
  const id = newId();
  const expiresAt = new Date(now.getTime() + CHANGE_MINUTES * 60_000).toISOString();
  // Whether the address has an account already is told to nobody; the change then never comes about.
  const taken = (await findPersonByEmail(engine.db, email)) !== null;
  await engine.commit([
    endAddressChanges(actor.id, at),
    insertAddressChange({
      id,
      userId: actor.id,
      email,
      createdAt: at,
      expiresAt,
      oldConfirmedAt: null,
      newConfirmedAt: null,
      endedAt: null,
    }),
    letter(services, { id, side: 'old', recipient: actor.email, email, at }),
    ...(taken ? [] : [letter(services, { id, side: 'new', recipient: email, email, at })]),
    audit({
      at,
      actor: actor.id,
      event: 'address-change-asked',
      organisation: null,
      subject: actor.id,
    }),
  ]);
  return ok({ email });
}

function letter(
  { config, newId }: Services,
  asked: { id: string; side: Side; recipient: string; email: string; at: string },
): Write {
  const { id, side, recipient, email, at } = asked;
  return queueLetter(
    newId(),
    letterOf({
      key: `address ${side} ${id}`,
      recipient,
      ...confirmAddressWords(side, {
        email,
        url: `${config.origin}${addressWithToken('/account/address/:token')}`,
      }),
      tokenOf: `address ${side} ${id}`,
    }),
    at,
  );
}

/** The token in the letter to one side: the row, the side, and a signature. */
export function addressToken({ config }: Pick<Services, 'config'>, of: string): string {
  const [side = '', id = ''] = of.split(' ', 2);
  return `${id}.${side}.${signature(config.secret, id, side)}`;
}

type Found = { readonly change: AddressChangeRow; readonly side: Side };

/** What a link would confirm; link-over where nothing any more. */
export async function addressChangeOf(
  { engine, clock, config }: Pick<Services, 'engine' | 'clock' | 'config'>,
  token: string,
): Promise<Result<Found, { readonly code: 'link-over' }>> {
  const [id = '', side = '', signed = ''] = token.split('.', 3);
  const over = refused({ code: 'link-over' } as const);
  if (side !== 'old' && side !== 'new') return over;
  const [given, right] = [Buffer.from(signed), Buffer.from(signature(config.secret, id, side))];
  if (given.byteLength !== right.byteLength || !timingSafeEqual(given, right)) return over;
  const change = await loadAddressChange(engine.db, id);
  const open = checkChanging(change, clock().toISOString());
  return open.ok ? ok({ change: open.value, side }) : open;
}

/** Whether the account has the new address now, or the other side has still to confirm. */
export async function confirmAddressChange(
  services: Services,
  token: string,
): Promise<Result<{ done: boolean; email: string }, OwnAccountProblem>> {
  return decideAgainOnConflict(() => confirm(services, token));
}

async function confirm(
  services: Services,
  token: string,
): Promise<Result<{ done: boolean; email: string }, OwnAccountProblem>> {
  const { engine, clock } = services;
  const found = await addressChangeOf(services, token);
  if (!found.ok) return found;
  const { change, side } = found.value;
  const person = await loadPerson(engine.db, change.userId);
  if (person === null) return refused({ code: 'link-over' });
  const at = clock().toISOString();
  const { email } = change;
  const done = isConfirmedWith(change, side);
  try {
    await engine.commit([
      confirmAddress(change, { side, at, done }),
      ...(done
        ? [
            updateEmail(person.id, email, at),
            expirePasswordLinks(person.id, at),
            ...changed(services, person, { email, at }),
          ]
        : []),
    ]);
  } catch (error) {
    // Named recovery: somebody has made an account with the address meanwhile.
    if (!(error instanceof Conflict)) throw error;
    const taken = done && (await findPersonByEmail(engine.db, email)) !== null;
    if (!taken) throw error;
    return refused({ code: 'link-over' });
  }
  return ok({ done, email });
}

function changed(
  services: Services,
  person: { readonly id: string; readonly email: string },
  { email, at }: { readonly email: string; readonly at: string },
): readonly Write[] {
  const told = (recipient: string) =>
    securityLetter(services, recipient, {
      at,
      key: `address-changed ${person.id} ${at} ${recipient}`,
      ...addressChanged(email),
    });
  return [
    told(person.email),
    told(email),
    audit({
      at,
      actor: person.id,
      event: 'address-changed',
      organisation: null,
      subject: person.id,
    }),
  ];
}

function signature(secret: string, id: string, side: string): string {
  return createHmac('sha256', secret).update(`address ${side} ${id}`).digest('base64url');
}
