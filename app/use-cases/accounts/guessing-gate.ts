// Whether a password or a code is looked at now, and what is counted of it. The rules stand in
// domain/policy/guessing.ts; the counts outlive a restart.
import {
  LOOKS_BEFORE_LETTER,
  MOST_LOOKS_A_DAY,
  networkOf,
  secondsToWait,
  triesIn,
} from '#app/domain/policy/guessing.ts';
import type { From } from '#app/domain/policy/proof.ts';
import type { Services } from '#app/services.server.ts';
import {
  countTry,
  forgetTries,
  loadTries,
  uncountTry,
} from '#db/repositories/accounts/failed-tries.ts';
import type { Write } from '#db/store.ts';

export type Guess = From & {
  /** Whose password or code it is: the canonical address of the account. */
  readonly account: string;
  readonly of: 'password' | 'code';
};

export type GateProblem =
  | { readonly code: 'wait'; readonly seconds: number }
  /** Strangers have tried too often today: their tries are not looked at. */
  | { readonly code: 'too-many-tries' };

type Given = Pick<Services, 'engine' | 'clock'>;

/** Why it is not looked at now; null = it is. */
export async function closedGate(
  { engine, clock }: Given,
  guess: Guess,
): Promise<GateProblem | null> {
  const now = clock().getTime();
  const own = await loadTries(engine.db, ownKey(guess), now);
  const seconds = secondsToWait(ownKind(guess), own, now);
  if (isKnown(guess)) return seconds > 0 ? { code: 'wait', seconds } : null;
  if ((await looksOf({ engine, clock }, guess)) >= MOST_LOOKS_A_DAY) {
    return { code: 'too-many-tries' };
  }
  // An address with very many failures slows down whoever fails, never those who do not.
  const shared = own.length === 0 ? [] : await loadTries(engine.db, addressKey(guess), now);
  const longest = Math.max(seconds, secondsToWait('address', shared, now));
  return longest > 0 ? { code: 'wait', seconds: longest } : null;
}

/**
 * Counts a try before it is looked at, so that many at once are all counted; the problem where it was one too
 * many for a day.
 */
export async function countGuess(
  { engine, clock }: Given,
  guess: Guess,
  at: string,
): Promise<{ readonly problem: GateProblem | null; readonly looks: number }> {
  const strange = !isKnown(guess);
  await engine.commit([
    countTry(ownKey(guess), at),
    ...(strange ? [countTry(addressKey(guess), at), countTry(looksKey(guess), at)] : []),
  ]);
  const looks = strange ? await looksOf({ engine, clock }, guess) : 0;
  return { problem: looks > MOST_LOOKS_A_DAY ? { code: 'too-many-tries' } : null, looks };
}

/** What a right password or code forgives: its own failures, and nobody else's. */
export function forgiven(guess: Guess, at: string): readonly Write[] {
  const strange = !isKnown(guess);
  return [
    forgetTries(ownKey(guess)),
    ...(strange ? [uncountTry(addressKey(guess), at), uncountTry(looksKey(guess), at)] : []),
  ];
}

/** Whether there were so many failures that the owner is told; once a day is for the key of the letter. */
export function isLetterDue(looks: number): boolean {
  return looks >= LOOKS_BEFORE_LETTER;
}

async function looksOf({ engine, clock }: Given, guess: Guess): Promise<number> {
  const now = clock().getTime();
  return triesIn(await loadTries(engine.db, looksKey(guess), now), now);
}

/** A code is asked for after the password: what lets a password through is not enough for it. */
function isKnown({ of, device, signedIn }: Guess): boolean {
  return device !== null && (of === 'password' || signedIn);
}

function ownKind(guess: Guess): 'code' | 'device' | 'pair' {
  if (guess.of === 'code') return 'code';
  return isKnown(guess) ? 'device' : 'pair';
}

function ownKey(guess: Guess): string {
  const { of, account, address, device } = guess;
  const from = isKnown(guess) ? `device ${device}` : `network ${networkOf(address)}`;
  return `${of} ${account} ${from}`;
}

function addressKey({ address }: Guess): string {
  return `network ${networkOf(address)}`;
}

/** Codes apart from passwords: only who has the password comes as far as a code. */
function looksKey({ of, account }: Guess): string {
  return `looks ${of} ${account}`;
}
