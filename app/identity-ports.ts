// What use cases are given from outside to tell who somebody is: codes, passkeys, providers, turns.
import type {
  ProviderClaims,
  ProviderQuestion,
  ProviderTrouble,
} from '#app/domain/policy/provider.ts';
import type { Asker } from '#app/domain/policy/turns.ts';
import type { Result } from '#app/domain/problem.ts';

/** So many people sign in that one more cannot even wait: when to come again. */
export type BusyProblem = { readonly code: 'busy'; readonly seconds: number };

/**
 * Does what looks at a password or makes the hash of one, when it is this asker's turn. Nothing else may
 * (tests/unit/password-turns-everywhere.test.ts). Whoever goes away waits no longer.
 */
export type PasswordTurn = <T>(
  asker: Asker & { readonly signal?: AbortSignal | undefined },
  work: () => Promise<T>,
) => Promise<Result<T, BusyProblem>>;

/** The key of an authenticator app and its codes (TOTP, RFC 6238: SHA-1, six digits, 30 seconds). */
export type AuthenticatorCodes = {
  /** A new key: as its person types it (base32), and encrypted, bound to the person, as it is stored. */
  readonly newKey: (userId: string) => { readonly secret: string; readonly sealed: string };
  /** What an app reads: the key in base32, and the same as an address for its camera. */
  readonly shown: (
    sealed: string,
    person: { readonly id: string; readonly email: string },
  ) => { readonly secret: string; readonly uri: string } | null;
  /** The code of a key at a moment, as an app shows it; null where the key cannot be read. */
  readonly codeAt: (
    key: { readonly sealed: string; readonly userId: string },
    now: number,
  ) => string | null;
  /** The step of 30 seconds that the code is of, one earlier or later allowed; null = of none. */
  readonly stepOf: (
    code: string,
    key: { readonly sealed: string; readonly userId: string },
    now: number,
  ) => number | null;
};

/** What a browser is asked for, as it takes it, and the challenge that its answer must hold. */
export type PasskeyQuestion = { readonly challenge: string; readonly options: object };

/** Asks browsers for passkeys, and checks what they answer (WebAuthn level 3). */
export type PasskeyCheck = {
  readonly askForNew: (
    person: { readonly id: string; readonly name: string; readonly email: string },
    known: readonly string[],
  ) => Promise<PasskeyQuestion>;
  /** The new passkey; null where the answer is not one to this challenge. */
  readonly checkNew: (
    answer: unknown,
    challenge: string,
  ) => Promise<{
    readonly id: string;
    readonly publicKey: string;
    readonly counter: number;
    readonly transports: string;
  } | null>;
  /** Asks for any passkey of this service. */
  readonly ask: () => Promise<PasskeyQuestion>;
  /** The id of the passkey that an answer is of; null where it is no answer. */
  readonly idIn: (answer: unknown) => string | null;
  /** The new counter; null where the passkey has not signed this challenge here. */
  readonly check: (
    answer: unknown,
    challenge: string,
    passkey: { readonly id: string; readonly publicKey: string; readonly counter: number },
  ) => Promise<number | null>;
};

/** Where an OpenID Connect provider is, and who we are to it. */
export type ProviderAccess = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** Talks to OpenID Connect providers (authorization code flow with PKCE), and believes nothing unchecked. */
export type ProviderClient = {
  /** Whether it can be reached and says what a sign-in needs; the issuer as it writes itself. */
  readonly check: (
    access: ProviderAccess,
  ) => Promise<Result<{ readonly issuer: string }, ProviderTrouble>>;
  /** Where the person goes to sign in. */
  readonly ask: (
    access: ProviderAccess,
    how: { readonly back: string; readonly fresh: boolean },
  ) => Promise<Result<{ url: string; question: ProviderQuestion }, ProviderTrouble>>;
  /** Who has signed in there, from the address with which they came back. */
  readonly answer: (
    access: ProviderAccess,
    given: { readonly came: URL; readonly question: ProviderQuestion },
  ) => Promise<Result<ProviderClaims, ProviderTrouble>>;
  /** Where the person can sign out there, too; null = it offers no such page. */
  readonly signOutUrl: (
    access: ProviderAccess,
    how: { readonly idToken: string; readonly back: string },
  ) => Promise<string | null>;
  /** Whom the provider has signed out, from its logout token; null where the token is not to be believed. */
  readonly signedOut: (
    access: ProviderAccess,
    token: string,
  ) => Promise<{ readonly issuer: string; readonly subject: string; readonly id: string } | null>;
};
