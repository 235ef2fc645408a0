// Whether a password or a code is looked at now, and what is counted of it. The rules stand in
// domain/policy/guessing.ts; the counts outlive a restart.
import {
  checkLooks,
  checkWait,
  networkOf,
  secondsToWait,
  type TooManyTries,
  triesIn,
  type Wait,
} from '#app/domain/policy/guessing.ts';
import type { From } from '#app/domain/policy/proof.ts';
import type { Result } from '#app/domain/problem.ts';
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

export type GateProblem = Wait | TooManyTries;

type Given = Pick<Services, 'engine' | 'clock'>;

/** Whether it is looked at now. */
export async function openGate(
  { engine, clock }: Given,
  guess: Guess,
): Promise<Result<null, GateProblem>> {
  const now = clock().getTime();
  const own = await loadTries(engine.db, ownKey(guess), now);
  const seconds = secondsToWait(ownKind(guess), own, now);
  if (isKnown(guess)) return checkWait(seconds);
  const looks = checkLooks(await looksOf({ engine, clock }, guess));
  if (!looks.ok) return looks;
  // An address with very many failures slows down whoever fails, never those who do not.
  const shared = own.length === 0 ? [] : await loadTries(engine.db, addressKey(guess), now);
  return checkWait(Math.max(seconds, secondsToWait('address', shared, now)));
}

/**
 * Counts a try before it is looked at, so that many at once are all counted; whether it was not one too many
 * for a day.
 */
export async function countGuess(
  { engine, clock }: Given,
  guess: Guess,
  at: string,
): Promise<{ readonly counted: Result<null, GateProblem>; readonly looks: number }> {
  const strange = !isKnown(guess);
  await engine.commit([
    countTry(ownKey(guess), at),
    ...(strange ? [countTry(addressKey(guess), at), countTry(looksKey(guess), at)] : []),
  ]);
  const looks = strange ? await looksOf({ engine, clock }, guess) : 0;
  return { counted: checkLooks(looks - 1), looks };
}

/** What a right password or code forgives: its own failures, and nobody else's. */
export function forgiven(guess: Guess, at: string): readonly Write[] {
  const strange = !isKnown(guess);
  return [
    forgetTries(ownKey(guess)),
    ...(strange ? [uncountTry(addressKey(guess), at), uncountTry(looksKey(guess), at)] : []),
  ];
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
