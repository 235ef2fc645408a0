// What the owner of an account is told whenever something about it changes, so that nobody changes it unseen.
import { addressOf } from '#app/addresses.ts';
import { letterOf } from '#words/letters/letter.ts';
import type { Services } from '#app/services.server.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import type { Write } from '#db/store.ts';
import { type SecurityWords, securityWords } from '#words/accounts/security-letters.ts';

type Told = SecurityWords & {
  readonly at: string;
  /** One letter per key. */
  readonly key: string;
};

/** A letter to the owner of an account. */
export function securityLetter(
  { config, newId }: Pick<Services, 'config' | 'newId'>,
  email: string,
  { at, key, ...words }: Told,
): Write {
  return queueLetter(
    newId(),
    letterOf({
      key,
      recipient: email,
      ...securityWords(words, `${config.origin}${addressOf('/account')}`),
    }),
    at,
  );
}
