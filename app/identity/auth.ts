// Who is this? Accounts, passwords and sessions, by better-auth on our own connection.
// What a person may do is decided in app/domain/policy, never here.
import type Database from 'better-sqlite3';
import { betterAuth } from 'better-auth';
import { hashPassword, verifyPassword } from './password-hash.ts';

/** A session ends after so long without a request; what was typed is kept and asked for again. */
export const IDLE_MINUTES = 30;
/** A session ends after so long in any case. */
export const LONGEST_HOURS = 8;
/** A session that is used is kept alive in such steps, so that not every page writes. */
export const REFRESH_SECONDS = 60;
/** A device remembers for so long who has signed in on it. */
export const DEVICE_DAYS = 365;
/** NCSC: length instead of rules of composition; what is easy to guess is refused (password-strength.ts). */
export const PASSWORD_LENGTH = { least: 12, most: 1024 } as const;

export type AuthOptions = {
  readonly connection: Database.Database;
  readonly origin: string;
  readonly secret: string;
  readonly newId: () => string;
  readonly log: (
    event: string,
    facts: { readonly level: string; readonly message: string },
  ) => void;
};

/** The cookie that carries the session: `__Host-` wherever the site is on HTTPS. */
export function sessionCookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-session' : 'session';
}

/** The cookie by which a device remembers who has signed in on it. */
export function deviceCookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-device' : 'device';
}

/** The cookie that remembers in which language charters are read. */
export function languageCookieName(origin: string): string {
  return shortCookieName(origin, 'charter-language');
}

/** A cookie that keeps something for some minutes, such as who has given their password. */
export function shortCookieName(origin: string, what: string): string {
  return origin.startsWith('https:') ? `__Host-${what}` : what;
}

/** The sign-in library, with sign-up closed: accounts are made by an administrator. */
export function createAuth({ connection, origin, secret, newId, log }: AuthOptions) {
  const secure = origin.startsWith('https:');
  return betterAuth({
    baseURL: origin,
    secret,
    database: connection,
    telemetry: { enabled: false },
    // What it says, and not the addresses that it would say it with.
    logger: { log: (level, message) => log('sign-in-library', { level, message }) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: {
      expiresIn: IDLE_MINUTES * 60,
      updateAge: REFRESH_SECONDS,
      additionalFields: {
        method: { type: 'string', required: false, defaultValue: 'password', input: false },
        confirmedAt: {
          type: 'string',
          required: false,
          input: false,
          fieldName: 'confirmed_at',
        },
      },
    },
    advanced: {
      useSecureCookies: false,
      database: { generateId: newId },
      cookies: {
        session_token: {
          name: sessionCookieName(origin),
          attributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
