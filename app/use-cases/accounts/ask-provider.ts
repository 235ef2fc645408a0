// Sends somebody to a provider, to sign in, to link their account or to confirm that it is still them; what
// their browser keeps meanwhile says which of these it was for.
import { addressOf } from '#app/addresses.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Asked, ProviderTrouble, Purpose } from '#app/domain/policy/provider.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { knownProvider, providerFor } from './known-provider.ts';

/** Where every provider sends people back to: registered there, to the letter. */
const CALLBACK = addressOf('/sign-in/provider/callback');

export type ProviderUnknown = { readonly code: 'provider-unknown' };
export type AskProblem = ProviderTrouble | ProviderUnknown;

/** Where to go, and what the browser keeps. */
export type Sent = { readonly url: string; readonly kept: string; readonly name: string };

/** The way to a provider. */
export async function askProvider(
  services: Pick<Services, 'engine' | 'config' | 'providers' | 'providerSecrets' | 'log'>,
  { provider: id, purpose }: { readonly provider: string; readonly purpose: Purpose },
): Promise<Result<Sent, AskProblem>> {
  const provider = await knownProvider(services, id);
  if (provider === null) return refused({ code: 'provider-unknown' });
  const asked = await services.providers.ask(provider.access, {
    back: `${services.config.origin}${CALLBACK}`,
    fresh: purpose.kind === 'confirm',
  });
  if (!asked.ok) {
    services.log('provider-refused', { provider: id, fault: asked.problem.fault });
    return asked;
  }
  const { url, question } = asked.value;
  const keep: Asked = { provider: id, purpose, question };
  return ok({ url, kept: JSON.stringify(keep), name: provider.name });
}

/** The way to the provider of a signed-in person: to link their account, or to confirm that it is them. */
export async function askOwnProvider(
  services: Pick<Services, 'engine' | 'config' | 'providers' | 'providerSecrets' | 'log'>,
  actor: Actor,
  { kind, session }: { readonly kind: 'link' | 'confirm'; readonly session: string },
): Promise<Result<Sent, AskProblem>> {
  const found = await providerFor(services, actor.id);
  const isThere = found !== null && (kind === 'link' || found.link !== null);
  if (!isThere) return refused({ code: 'provider-unknown' });
  return askProvider(services, {
    provider: found.provider.id,
    purpose: { kind, person: actor.id, session },
  });
}
