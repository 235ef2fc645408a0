// Where the people of an organisation sign in. A lead of the whole organisation says so, and nobody at the
// awarding body can: whoever chose the provider could sign in as anyone whom it vouches for. Everybody who
// answers for the organisation is told of each change.
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Proof } from '#app/domain/policy/proof.ts';
import {
  isOtherProvider,
  mayKeepProvider,
  type ProviderTrouble,
} from '#app/domain/policy/provider.ts';
import { isAsRead } from '#app/doors/changed-meanwhile.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ProviderAccess } from '#app/identity-ports.ts';
import type { Services } from '#app/services.server.ts';
import { loadOrganisation } from '#db/repositories/people/places.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  changeProvider,
  deleteProvider,
  endProviderSessions,
  insertProvider,
  loadProviderOf,
  type ProviderRow,
  setSecondFactorNeeded,
} from '#db/repositories/accounts/providers.ts';
import { Conflict, type Write } from '#db/store.ts';
import { confirmIdentity, type ConfirmProblem } from '#app/use-cases/accounts/confirm-identity.ts';
import {
  factorSet,
  providerRemoved,
  providerSet,
  providerWords,
} from '#words/people/provider-letters.ts';
import { keepersOf, lettersTo } from './tell-keepers.ts';

export type ProviderSettings = {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** '' = the one that is kept. */
  readonly clientSecret: string;
  readonly provesTwoFactors: string;
  readonly required: boolean;
  /** The version that the form showed; 0 = there was none. */
  readonly version: number;
};

export type SetProviderProblem =
  | ProviderTrouble
  | ConfirmProblem
  | { readonly code: 'not-found' }
  | { readonly code: 'secret-missing' }
  /** Somebody else has changed it meanwhile. */
  | { readonly code: 'changed-meanwhile' };

type Command = { readonly organisation: string; readonly settings: ProviderSettings };
/** What the lead gives to show that it is them: a stolen session changes nothing here. */
type Proved = { readonly proof: Proof };

/** Whether the provider can be reached and says what a sign-in needs; nothing is saved. */
export async function tryProvider(
  services: Services,
  actor: Actor,
  { organisation, settings }: Command,
): Promise<Result<null, SetProviderProblem>> {
  const place = await placeOf(services, actor, organisation);
  if (place === null) return refused({ code: 'not-found' });
  const access = accessIn(services, settings, place.before);
  if (access === null) return refused({ code: 'secret-missing' });
  const reached = await services.providers.check(access);
  return reached.ok ? ok(null) : reached;
}

/** Saves the provider, once it could be reached. */
export async function setProvider(
  services: Services,
  actor: Actor,
  { organisation, settings: typed, proof }: Command & Proved,
): Promise<Result<null, SetProviderProblem>> {
  const place = await placeOf(services, actor, organisation);
  if (place === null) return refused({ code: 'not-found' });
  const { before, name } = place;
  let settings = typed;
  if (!isAsRead(before, settings.version)) return refused({ code: 'changed-meanwhile' });
  const access = accessIn(services, settings, before);
  if (access === null) return refused({ code: 'secret-missing' });
  if (isOtherProvider(settings, before) || settings.required) {
    const reached = await services.providers.check(access);
    if (!reached.ok) return reached;
    // As the provider writes itself, with or without a slash at the end: so its tokens name it.
    settings = { ...typed, issuer: reached.value.issuer };
  }
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  return saved(services, [
    ...savingWrites(services, actor, { organisation, settings, access, before }),
    ...(await told(services, actor, {
      organisation,
      event: 'provider-set',
      ...providerSet({ by: actor.name, place: name }, settings),
    })),
  ]);
}

/** Takes the provider away; sessions that it has opened end. */
export async function removeProvider(
  services: Services,
  actor: Actor,
  { organisation, version, proof }: Proved & { organisation: string; version: number },
): Promise<Result<null, SetProviderProblem>> {
  const place = await placeOf(services, actor, organisation);
  if (place?.before == null) return refused({ code: 'not-found' });
  const { before, name } = place;
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  return saved(services, [
    deleteProvider(before.id, version),
    endProviderSessions(before.id),
    ...(await told(services, actor, {
      organisation,
      event: 'provider-removed',
      ...providerRemoved({ by: actor.name, place: name }, before),
    })),
  ]);
}

/** Says whether all people of the organisation need a second factor. */
export async function setFactorNeeded(
  services: Services,
  actor: Actor,
  { organisation, needed, proof }: Proved & { organisation: string; needed: boolean },
): Promise<Result<null, SetProviderProblem>> {
  const place = await placeOf(services, actor, organisation);
  if (place === null) return refused({ code: 'not-found' });
  const { name } = place;
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  return saved(services, [
    setSecondFactorNeeded(organisation, needed),
    ...(await told(services, actor, {
      organisation,
      event: needed ? 'second-factor-asked' : 'second-factor-not-asked',
      ...factorSet({ by: actor.name, place: name }, needed),
    })),
  ]);
}

async function placeOf({ engine }: Services, actor: Actor, organisation: string) {
  const found = await loadOrganisation(engine.db, organisation);
  if (found === null || !mayKeepProvider(actor, organisation)) return null;
  return {
    name: found.organisation.name,
    before: await loadProviderOf(engine.db, organisation),
  };
}

/** Who we are there, with the secret that was typed or is kept; null without one. */
function accessIn(
  { providerSecrets }: Services,
  { issuer, clientId, clientSecret: typed }: ProviderSettings,
  before: ProviderRow | null,
): ProviderAccess | null {
  const kept = before === null ? null : providerSecrets.open(before.sealedClientSecret, before.id);
  // A kept secret goes to the provider for which it was typed, and to no other.
  const usable = before?.issuer === issuer ? kept : null;
  const clientSecret = typed === '' ? usable : typed;
  return clientSecret === null ? null : { issuer, clientId, clientSecret };
}

type Saving = Command & { readonly access: ProviderAccess; readonly before: ProviderRow | null };

function savingWrites(
  { newId, clock, providerSecrets }: Services,
  actor: Actor,
  { organisation, settings, access, before }: Saving,
): readonly Write[] {
  const id = before?.id ?? newId();
  const values = {
    name: settings.name,
    issuer: settings.issuer,
    clientId: settings.clientId,
    sealedClientSecret: providerSecrets.seal(access.clientSecret, id),
    provesTwoFactors: settings.provesTwoFactors,
    required: settings.required,
  };
  if (before !== null) {
    return [
      changeProvider(id, before.version, values),
      ...(before.issuer === settings.issuer ? [] : [endProviderSessions(id)]),
    ];
  }
  const made = { createdAt: clock().toISOString(), createdBy: actor.id, version: 1 };
  return [insertProvider({ id, organisationId: organisation, ...values, ...made })];
}

async function saved(
  { engine }: Services,
  writes: readonly Write[],
): Promise<Result<null, SetProviderProblem>> {
  try {
    await engine.commit(writes);
    return ok(null);
  } catch (error) {
    // Named recovery: another lead was quicker.
    if (error instanceof Conflict) return refused({ code: 'changed-meanwhile' });
    throw error;
  }
}

type Told = {
  readonly organisation: string;
  readonly event: string;
  readonly subject: string;
  readonly sentence: string;
};

async function told(
  services: Services,
  actor: Actor,
  { organisation, event, subject, sentence }: Told,
): Promise<readonly Write[]> {
  const at = services.clock().toISOString();
  const others = (await keepersOf(services, organisation)).filter(({ id }) => id !== actor.id);
  return [
    ...lettersTo(services, others, {
      key: `${event} ${services.newId()}`,
      ...providerWords({ subject, sentence }, at),
    }),
    audit({ at, actor: actor.id, event, organisation, subject: organisation }),
  ];
}
