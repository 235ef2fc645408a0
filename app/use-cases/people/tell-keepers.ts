// Letters to those who answer for an organisation, or who administer the awarding body beside somebody:
// nobody changes silently who may act for others.
import { letterOf, type LetterContent } from '#words/letters/letter.ts';
import type { Services } from '#app/services.server.ts';
import {
  type Keeper,
  listKeepers,
  listOtherAdministrators,
} from '#db/repositories/people/keepers.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import type { Write } from '#db/store.ts';

/** So long somebody from whom the awarding body took a role still hears of what is done. */
const HEARS_DAYS = 90;

type Given = Pick<Services, 'engine' | 'clock'>;

/** Leads, sponsors and contact on record of an organisation. */
export function keepersOf(
  { engine, clock }: Given,
  organisation: string,
): Promise<readonly Keeper[]> {
  const since = new Date(clock().getTime() - HEARS_DAYS * 24 * 60 * 60_000).toISOString();
  return listKeepers(engine.db, { organisation, since });
}

/** The administrators beside this person. */
export function otherAdministrators({ engine }: Given, userId: string): Promise<readonly Keeper[]> {
  return listOtherAdministrators(engine.db, userId);
}

/** The same letter to each of them; each key once. */
export function lettersTo(
  { clock, newId }: Pick<Services, 'clock' | 'newId'>,
  recipients: readonly Pick<Keeper, 'email'>[],
  { key, ...content }: Omit<LetterContent, 'recipient'>,
): readonly Write[] {
  const at = clock().toISOString();
  return recipients.map(({ email }) =>
    queueLetter(newId(), letterOf({ ...content, key: `${key} ${email}`, recipient: email }), at),
  );
}
