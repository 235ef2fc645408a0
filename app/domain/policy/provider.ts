// What an organisation's OpenID Connect provider may vouch for, and what its answers prove. Unknown means no.
import type { Actor, Membership } from './actor.ts';

/** A signature, a state or a token may be so much older or younger than our clock says. */
export const CLOCK_TOLERANCE_SECONDS = 60;

/** So long somebody may take at the provider. */
export const PROVIDER_MINUTES = 15;

/** So long somebody who has signed out here is offered to sign out at the provider, too. */
export const SIGNED_OUT_MINUTES = 5;

/** The id of the awarding body's provider, which stands in the settings and not in the database. */
export const BODY_PROVIDER = 'awarding-body';

/** Why a provider was not believed, or not reached. */
export const PROVIDER_FAULTS = [
  /** It does not answer in time, or not with what was asked for. */
  'down',
  /** Its discovery document is not one, or lacks what a sign-in needs. */
  'metadata',
  /** Its discovery document names another issuer. */
  'other-issuer',
  /** The address is no https address. */
  'insecure',
  /** The address belongs to a private network. */
  'private',
  /** The person said no there, or may not sign in there. */
  'denied',
  /** It wants the person to sign in there first. */
  'login-required',
  /** It answered with another error. */
  'refused',
  /** It does not take our code or our secret. */
  'token-refused',
  /** The answer is not to what this browser asked, or was given before. */
  'not-asked',
  'token-issuer',
  'token-audience',
  'token-nonce',
  /** Expired, or not valid yet: one of the clocks is wrong. */
  'token-time',
  /** Signed by a key that it does not publish, or not signed as it must be. */
  'token-signature',
  /** It did not ask the person who they are just now. */
  'not-fresh',
] as const;
export type ProviderFault = (typeof PROVIDER_FAULTS)[number];
export type ProviderTrouble = { readonly code: 'provider'; readonly fault: ProviderFault };

/** What a provider has said of somebody, signature and all else checked. */
export type ProviderClaims = {
  readonly issuer: string;
  readonly subject: string;
  /** To be shown only: it links nobody. */
  readonly email: string | null;
  readonly name: string | null;
  readonly acr: string | null;
  readonly amr: readonly string[];
  /** Seconds since 1970; null = it does not say. */
  readonly authTime: number | null;
  readonly idToken: string;
};

/** What was asked of a provider, and what its answer must hold. */
export type ProviderQuestion = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Seconds since 1970. */
  readonly askedAt: number;
  /** Whether the person has to sign in there anew. */
  readonly fresh: boolean;
};

/** What somebody was sent to a provider for. */
export type Purpose =
  | { readonly kind: 'sign-in'; readonly next: string }
  /** A new person accepts an invitation; address and name were typed and judged before. */
  | {
      readonly kind: 'accept';
      readonly token: string;
      readonly email: string;
      readonly name: string;
    }
  | OfSession<'link'>
  | OfSession<'confirm'>;

/** Of a person who is signed in, in this very session. */
type OfSession<Kind> = { readonly kind: Kind; readonly person: string; readonly session: string };

/** What a browser keeps until its person is back. */
export type Asked = {
  readonly provider: string;
  readonly purpose: Purpose;
  readonly question: ProviderQuestion;
};

/** Whether all that somebody may do is for this organisation (null = the awarding body) to vouch for. */
export function vouchesFor(
  memberships: readonly Pick<Membership, 'organisation'>[],
  organisation: string | null,
): boolean {
  return memberships.every((held) => held.organisation === organisation);
}

/** Whether the token proves two factors, by what the setting names: values of `acr` or `amr`. */
export function provesTwoFactors(
  setting: string,
  { acr, amr }: Pick<ProviderClaims, 'acr' | 'amr'>,
): boolean {
  const proving = setting.split(/\s+/).filter((word) => word !== '');
  return proving.some((value) => value === acr || amr.includes(value));
}

/** Who sets where an organisation's people sign in: a lead of all of it, and never the awarding body. */
export function mayKeepProvider(
  { memberships }: Pick<Actor, 'memberships'>,
  organisation: string,
): boolean {
  return memberships.some(
    (held) =>
      held.role === 'assessment-lead' &&
      held.organisation === organisation &&
      held.department === null,
  );
}

const FRESH_SECONDS = 5 * 60;

/** Whether somebody signed in there after they were asked to, some minutes ago; times in seconds since 1970. */
export function isFresh(
  authTime: number | null,
  { askedAt, now }: { readonly askedAt: number; readonly now: number },
): boolean {
  if (authTime === null) return false;
  return authTime >= askedAt - CLOCK_TOLERANCE_SECONDS && now - authTime <= FRESH_SECONDS;
}

type Used = { readonly provider: string; readonly twoFactors: boolean };

/** How a session is marked that a provider has opened. */
export function providerMethod({ provider, twoFactors }: Used): `provider${string}` {
  return `${twoFactors ? 'provider-two-factors' : 'provider'} ${provider}`;
}

/** The provider that has opened a session; null = none has. */
export function usedProvider(method: string): Used | null {
  const [kind = '', provider] = method.split(' ');
  if (provider === undefined) return null;
  if (kind !== 'provider' && kind !== 'provider-two-factors') return null;
  return { provider, twoFactors: kind === 'provider-two-factors' };
}

type Settings = { readonly issuer: string; readonly clientId: string };

/** Whether settings lead elsewhere than before, or with another secret; null = there was no provider. */
export function isOtherProvider(
  settings: Settings & { readonly clientSecret: string },
  before: Settings | null,
): boolean {
  return (
    before === null ||
    before.issuer !== settings.issuer ||
    before.clientId !== settings.clientId ||
    settings.clientSecret !== ''
  );
}
