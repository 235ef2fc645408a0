// Writes the reminders that ratings are due to those on a panel who have not sealed theirs: once for each
// person and rule. Whoever has a conflict of interest, or has switched reminders off, gets none.
import { addressOf } from '#app/addresses.ts';
import { reminderDue } from '#app/domain/letters/round-reminder.ts';
import { letterOf } from '#words/letters/letter.ts';
import { isAwaited } from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listRatingReviews } from '#db/repositories/review/review-rows.ts';
import type { Write } from '#db/store.ts';
import { membersOfEach, type ReviewMember } from '#app/doors/enter-review.ts';
import { ratingsDueWords } from '#words/review/review-letters.ts';
import { inBatches } from './in-batches.ts';
import { reminderSwitch } from './switch-reminders.ts';
import { whoIsLeft } from './who-is-left.ts';

type Given = Pick<Services, 'engine' | 'clock' | 'config' | 'newId'>;

/** How many letters were written. */
export async function queueReviewReminders(services: Given): Promise<{ written: number }> {
  const now = services.clock().getTime();
  const due = (await listRatingReviews(services.engine.db)).flatMap((review): readonly Due[] => {
    const days = reminderDue({ closesAt: Date.parse(review.dueAt), now });
    return days === null ? [] : [{ ...review, days }];
  });
  return { written: await inBatches(due, (some) => remindOf(services, some)) };
}

/** A review whose panel is to be reminded now. */
type Due = Awaited<ReturnType<typeof listRatingReviews>>[number] & { readonly days: number };

async function remindOf(services: Given, all: readonly Due[]): Promise<number> {
  let written = 0;
  for (const { due, people } of await peopleLeft(services, all)) {
    if (people.length > 0) await services.engine.commit(lettersOf(services, due, people));
    written += people.length;
  }
  return written;
}

type Person = { readonly id: string; readonly email: string; readonly key: string };

/** Who has not sealed which ratings, nor had this reminder; asked for all of them at once. */
async function peopleLeft({ engine: { db } }: Given, all: readonly Due[]) {
  const members = await membersOfEach(db, all);
  const meant = all.map((due) => ({ due, people: awaitedIn(due, members) }));
  return whoIsLeft(db, meant);
}

function awaitedIn(
  { review, dueAt, days }: Due,
  members: ReadonlyMap<string, readonly ReviewMember[]>,
): readonly Person[] {
  const waiting = (members.get(review.id) ?? []).filter(({ standing }) => isAwaited(standing));
  return waiting.map(({ userId, email }) => ({
    id: userId,
    email,
    key: `ratings ${review.id} ${dueAt.slice(0, 10)} ${days} ${userId}`,
  }));
}

function lettersOf(
  services: Given,
  { review, dueAt, days }: Due,
  people: readonly Person[],
): readonly Write[] {
  const { clock, newId, config } = services;
  const at = clock().toISOString();
  return [
    ...people.map(({ id, email, key }) =>
      queueLetter(
        newId(),
        letterOf({
          key,
          recipient: email,
          ...ratingsDueWords(
            dueAt,
            `${config.origin}${addressOf('/reviews/:review', { review: review.id })}`,
          ),
          ...reminderSwitch(services, id),
        }),
        at,
      ),
    ),
    audit({
      at,
      actor: null,
      event: 'reminders-written',
      organisation: review.organisationId,
      subject: review.id,
      details: { days, letters: people.length },
    }),
  ];
}
