// Adds a passkey to one's own account and takes one away.
import type { Actor } from '#app/domain/policy/actor.ts';
import { checkNewPasskey, checkRemoving } from '#app/domain/policy/own-factor.ts';
import type { PasskeyAnswer, Proof } from '#app/domain/policy/proof.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import {
  deletePasskey,
  insertPasskey,
  listPasskeys,
} from '#db/repositories/accounts/passkey-rows.ts';
import {
  countRecoveryCodes,
  isFactorNeeded,
  loadAccountOf,
  replaceRecoveryCodes,
} from '#db/repositories/accounts/sign-in-accounts.ts';
import { Conflict } from '#db/store.ts';
import {
  type ChangeFactorProblem,
  codeWrites,
  factorChanged,
  newCodes,
} from './change-authenticator.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { useChallenge } from './sign-in-passkey.ts';

type Added = { readonly id: string; readonly codes: readonly string[] };

export type AddPasskeyCommand = PasskeyAnswer & { readonly name: string; readonly proof: Proof };

/** The id of the new passkey, and recovery codes where the account had none; they are shown once. */
export async function addPasskey(
  services: Services,
  actor: Actor,
  { name: typed, proof, answer, challenge }: AddPasskeyCommand,
): Promise<Result<Added, ChangeFactorProblem>> {
  const { engine, passkeys, clock } = services;
  const named = checkNewPasskey(typed, await listPasskeys(engine.db, actor.id));
  if (!named.ok) return named;
  const name = named.value;
  const made = challenge === '' ? null : await passkeys.checkNew(answer, challenge);
  if (made === null) return refused({ code: 'passkey-not-made' });
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  const at = clock().toISOString();
  const codes = (await countRecoveryCodes(engine.db, actor.id)) === 0 ? newCodes() : [];
  try {
    await engine.commit([
      useChallenge(challenge, at),
      ...(codes.length === 0 ? [] : codeWrites(services, { actor, codes, at })),
      insertPasskey({ ...made, userId: actor.id, name, createdAt: at, lastUsedAt: null }),
      ...factorChanged(services, actor, {
        at,
        what: 'passkey-added',
        session: proof.session ?? '',
      }),
    ]);
    return ok({ id: made.id, codes });
  } catch (error) {
    // Named recovery: the same answer was sent twice, or the passkey is another account's.
    if (error instanceof Conflict) return refused({ code: 'passkey-known' });
    throw error;
  }
}

/** Takes a passkey away; the last factor of somebody who needs one stays. */
export async function removePasskey(
  services: Services,
  actor: Actor,
  { passkey, proof }: { readonly passkey: string; readonly proof: Proof },
): Promise<Result<null, ChangeFactorProblem | { readonly code: 'not-found' }>> {
  const { engine, clock } = services;
  const there = await listPasskeys(engine.db, actor.id);
  if (!there.some(({ id }) => id === passkey)) return refused({ code: 'not-found' });
  const account = await loadAccountOf(engine.db, actor.id);
  const others = there.length - 1 + (account?.sealedSecret == null ? 0 : 1);
  const { secondFactor } = services.config;
  const isNeeded = await isFactorNeeded(engine.db, actor.memberships, secondFactor);
  const removing = checkRemoving({ others, isNeeded });
  if (!removing.ok) return removing;
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  const at = clock().toISOString();
  await engine.commit([
    deletePasskey(passkey, actor.id),
    ...(removing.value.isLast ? replaceRecoveryCodes(actor.id, [], at) : []),
    ...factorChanged(services, actor, {
      at,
      what: 'passkey-removed',
      session: proof.session ?? '',
    }),
  ]);
  return ok(null);
}
