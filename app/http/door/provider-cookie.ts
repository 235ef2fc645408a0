// What a browser keeps while its person is at their provider.
import { z } from 'zod';
import { type Asked, PROVIDER_MINUTES, SIGNED_OUT_MINUTES } from '#app/domain/policy/provider.ts';
import type { Services } from '#app/services.server.ts';
import { keepShortly, keptShortly } from './short-cookie.ts';

type Given = Pick<Services, 'config' | 'clock'>;

const asked = z.object({
  provider: z.string(),
  purpose: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sign-in'), next: z.string() }),
    z.object({
      kind: z.literal('accept'),
      token: z.string(),
      email: z.string(),
      name: z.string(),
    }),
    z.object({ kind: z.literal('link'), person: z.string(), session: z.string() }),
    z.object({ kind: z.literal('confirm'), person: z.string(), session: z.string() }),
  ]),
  question: z.object({
    state: z.string(),
    nonce: z.string(),
    verifier: z.string(),
    askedAt: z.number(),
    fresh: z.boolean(),
  }),
});

/** The header that has it kept. */
export function providerCookie({ config, clock }: Given, text: string, minutes = PROVIDER_MINUTES) {
  const how = { settings: config, minutes, now: clock().getTime() };
  return { 'Set-Cookie': keepShortly('provider', text, how) };
}

/** What was kept; null where there is nothing, or its minutes are over. */
export function keptForProvider(request: Request, { config, clock }: Given): string | null {
  return keptShortly(request, 'provider', { settings: config, now: clock().getTime() });
}

/** What somebody was sent to a provider for; null where the browser has kept nothing of it. */
export function askedOfProvider(request: Request, services: Given): Asked | null {
  const text = keptForProvider(request, services);
  if (text === null) return null;
  const read = asked.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}

type SignedOut = { readonly provider: string; readonly person: string };

/** The Set-Cookie field of a browser whose session a provider had opened: it is offered to sign out there, too. */
export function signedOutCookie({ config, clock }: Given, { provider, person }: SignedOut): string {
  const how = { settings: config, minutes: SIGNED_OUT_MINUTES, now: clock().getTime() };
  return keepShortly('signed-out', `${provider}~${person}`, how);
}

/** Who has signed out, and where they can sign out as well; null = nobody has. */
export function signedOutIn(request: Request, { config, clock }: Given): SignedOut | null {
  const kept = keptShortly(request, 'signed-out', {
    settings: config,
    now: clock().getTime(),
  });
  const [provider, person] = kept?.split('~') ?? [];
  return provider === undefined || person === undefined ? null : { provider, person };
}
