// What the owner of an account is told whenever something about it changes, so that nobody changes it unseen.
import { addressOf } from '#app/addresses.ts';
import { letterOf } from '#app/domain/letters/letter.ts';
import type { Services } from '#app/services.server.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import type { Write } from '#db/store.ts';

type Told = {
  readonly at: string;
  /** One letter per key. */
  readonly key: string;
  readonly subject: string;
  readonly sentences: readonly string[];
};

const NOT_YOU =
  'If that was not you, choose another password at once with the link “Forgotten password” on the page where you sign in, and tell the person who gave you your account.';

/** A letter to the owner of an account. */
export function securityLetter(
  { config, newId }: Pick<Services, 'config' | 'newId'>,
  email: string,
  { at, key, subject, sentences }: Told,
): Write {
  return queueLetter(
    newId(),
    letterOf({
      key,
      recipient: email,
      subject,
      paragraphs: [...sentences, NOT_YOU],
      link: { url: `${config.origin}${addressOf('/account')}`, text: 'Look at your account' },
    }),
    at,
  );
}
