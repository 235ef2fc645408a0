// How long someone waits after tries that failed, and how often a password is looked at at all. Nobody can
// keep an owner out: what strangers do counts against them, never against a device that its owner has signed
// in on before (catalogue SEC-40 to SEC-42). Failures fade: each hour halves them.
import { ipv6Groups } from './ipv6-groups.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';

/** The tries that failed within one hour. */
export type HourOfTries = {
  /** Its beginning, in milliseconds since 1970. */
  readonly hour: number;
  readonly tries: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
};

/**
 * Failures before a wait: of one device, of an address that asks for one account, of an address for every
 * account together (a whole trust may share one), of codes for one account; and what an address does that is
 * counted alike: letters asked for, and objections to an award, of which nobody writes more than a few in a row.
 */
const FREE = { device: 10, pair: 10, address: 300, code: 5, letter: 60, objection: 5 } as const;
export type Counted = keyof typeof FREE;

const LONGEST_MINUTES = 15;
const HOUR = 60 * 60_000;

/** Tries from devices that nobody knows are looked at so often for one account, in any 24 hours. */
const MOST_LOOKS_A_DAY = 100;
/** Its owner gets a letter after so many. */
const LOOKS_BEFORE_LETTER = 10;
/** Hours of which the tries count: 24 and the one that is not over. */
const HOURS_COUNTED = 24;

/** The beginning of the hour of a moment, both in milliseconds since 1970. */
export function hourOf(at: number): number {
  return at - (at % HOUR);
}

/** The beginning of the first hour whose tries still count, in milliseconds since 1970. */
export function firstHourCounted(now: number): number {
  return hourOf(now - HOURS_COUNTED * HOUR);
}

/** Seconds to wait before the next try; 0 = now. The wait doubles with each failure, up to 15 minutes. */
export function secondsToWait(kind: Counted, hours: readonly HourOfTries[], now: number): number {
  const over = Math.floor(faded(hours, now)) - FREE[kind];
  if (over < 0) return 0;
  const minutes = Math.min(2 ** Math.min(over, 10), LONGEST_MINUTES);
  const last = Math.max(...hours.map(({ lastAt }) => lastAt));
  return Math.max(0, Math.ceil((last + minutes * 60_000 - now) / 1000));
}

export type Wait = { readonly code: 'wait'; readonly seconds: number };

/** Strangers have tried too often today: their tries are not looked at. */
export type TooManyTries = { readonly code: 'too-many-tries' };

/** Whether it is looked at now; `seconds` as secondsToWait says them. */
export function checkWait(seconds: number): Result<null, Wait> {
  return seconds > 0 ? refused({ code: 'wait', seconds }) : ok(null);
}

/** Whether one more try from a strange device is looked at; `looks` at such tries within a day, this one not included. */
export function checkLooks(looks: number): Result<null, TooManyTries> {
  return looks >= MOST_LOOKS_A_DAY ? refused({ code: 'too-many-tries' }) : ok(null);
}

/** Whether there were so many failures that the owner is told; once a day is for the key of the letter. */
export function isLetterDue(looks: number): boolean {
  return looks >= LOOKS_BEFORE_LETTER;
}

/** All tries of the last 24 hours, without fading. */
export function triesIn(hours: readonly HourOfTries[], now: number): number {
  const first = firstHourCounted(now);
  return hours.reduce((sum, { hour, tries }) => (hour >= first ? sum + tries : sum), 0);
}

/** Tries that count less the longer they are ago: half as much after each whole hour. */
function faded(hours: readonly HourOfTries[], now: number): number {
  return hours.reduce((sum, { hour, tries }) => {
    const age = Math.max(0, Math.floor((now - hour) / HOUR));
    return sum + tries / 2 ** age;
  }, 0);
}

/** The network that an address is of, as it is counted: all of a /64 of IPv6 is one customer's. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return `${ipv6Groups(address).slice(0, 4).join(':')}::/64`;
}
