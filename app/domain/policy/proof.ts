// What somebody gives to show who they are, and where it comes from.

/** Where a try comes from. */
export type From = {
  /** The network address that asks. */
  readonly address: string;
  /** The id of a device on which this account has signed in before, or a mailed link was opened; null = strange. */
  readonly device: string | null;
  /** false = it is known by a mailed link alone, so that codes are guessed there as on a strange one. */
  readonly signedIn: boolean;
};

/** The browser in which somebody signs in. */
export type Browser = From & {
  /** What it says of itself. */
  readonly agent: string;
  /** The token of the session that it has; it ends. */
  readonly session: string | null;
};

/** The second step of signing in follows the first at most so long after it. */
export const SECOND_STEP_MINUTES = 10;

/** The challenge that a browser was given for a passkey is good for so long. */
export const CHALLENGE_MINUTES = 5;

export type PasskeyAnswer = {
  /** What the browser sent. */
  readonly answer: unknown;
  readonly challenge: string;
};

/** What a signed-in person gives to show once more that it is them. */
export type Proof = {
  readonly password: string;
  /** Of the authenticator, or a recovery code; '' where there is none. */
  readonly code?: string;
  /** The id of the session that asks. */
  readonly session?: string;
  /** What a passkey has signed; null = none was used. */
  readonly passkey?: PasskeyAnswer | null;
};

/** A confirmation at a provider holds for so long, and for one step. */
export const CONFIRMED_MINUTES = 5;

/** Whether a confirmation of this moment still holds; both in milliseconds since 1970. */
export function isStillConfirmed(confirmedAt: number, now: number): boolean {
  return now - confirmedAt <= CONFIRMED_MINUTES * 60_000;
}

/** The ways to sign in, as sessions are marked; behind a provider's stands which it was. */
const SIGN_IN_WAYS = [
  'password',
  'code',
  'recovery-code',
  'passkey',
  'provider',
  'provider-two-factors',
] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** The way in the mark of a session; null = none that is known. */
export function signInWay(method: string): SignInWay | null {
  const [way] = method.split(' ');
  return SIGN_IN_WAYS.find((known) => known === way) ?? null;
}
