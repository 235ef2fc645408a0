// What a sign-in that was refused leaves behind: an event and a line of the log. Neither holds what was
// typed: the account is a keyed hash, the same in both, and of the address only the network is told.
import { addressPrefix } from '#app/domain/policy/address-prefix.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import type { Write } from '#db/store.ts';

type Refused = {
  /** The canonical address that was typed, whether or not there is such an account. */
  readonly account: string;
  /** The network address that asked. */
  readonly address: string;
  readonly at: string;
  /** What was wrong. */
  readonly step: 'password' | 'code';
};

/** The event, to be committed with the count of failures; the log is told at once. */
export function refusedSignIn(
  { trailSeal, log }: Pick<Services, 'trailSeal' | 'log'>,
  { account, address, at, step }: Refused,
): Write {
  const details = { account: trailSeal.mark(account), address: addressPrefix(address), step };
  log('sign-in-refused', details);
  const event = 'sign-in-refused';
  return audit({ at, actor: null, event, organisation: null, subject: null, details });
}

/** A try that was not even looked at: a line of the log, and no event, of which strangers could make any number. */
export function logUnlooked(
  { trailSeal, log }: Pick<Services, 'trailSeal' | 'log'>,
  { account, address }: Pick<Refused, 'account' | 'address'>,
  because: string,
): void {
  const mark = trailSeal.mark(account);
  log('sign-in-not-looked-at', { account: mark, address: addressPrefix(address), because });
}
