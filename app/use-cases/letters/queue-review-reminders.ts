// Writes the reminders that ratings are due to those on a panel who have not sealed theirs: once for each
// person and rule. Whoever has a conflict of interest, or has switched reminders off, gets none.
import { reminderDue } from '#app/domain/letters/round-reminder.ts';
import { letterOf } from '#words/letters/letter.ts';
import { isAwaited } from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { listUsedKeys } from '#db/repositories/letters/letters-to-send.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listStopped } from '#db/repositories/letters/reminder-stops.ts';
import { listRatingReviews, loadReview } from '#db/repositories/review/review-rows.ts';
import { membersOf } from '#app/doors/enter-review.ts';
import { ratingsDueWords } from '#words/review/review-letters.ts';
import { reminderSwitch } from './switch-reminders.ts';

type Given = Pick<Services, 'engine' | 'clock' | 'config' | 'newId'>;

/** How many letters were written. */
export async function queueReviewReminders(services: Given): Promise<{ written: number }> {
  let written = 0;
  for (const { id, dueAt } of await listRatingReviews(services.engine.db)) {
    const now = services.clock().getTime();
    const days = reminderDue({ closesAt: Date.parse(dueAt), now });
    if (days !== null) written += await remindOf(services, { id, dueAt, days });
  }
  return { written };
}

type Due = { readonly id: string; readonly dueAt: string; readonly days: number };

async function remindOf(services: Given, { id, dueAt, days }: Due): Promise<number> {
  const { engine, clock, newId, config } = services;
  const key = (person: string) => `ratings ${id} ${dueAt.slice(0, 10)} ${days} ${person}`;
  const loaded = await loadReview(engine.db, id);
  if (loaded === null) return 0;
  const waiting = (await membersOf(engine.db, loaded)).filter(({ standing }) =>
    isAwaited(standing),
  );
  const ids = waiting.map(({ userId }) => userId);
  const used = await listUsedKeys(engine.db, ids.map(key));
  const stopped = await listStopped(engine.db, ids);
  const people = waiting.filter(({ userId }) => !used.has(key(userId)) && !stopped.has(userId));
  if (people.length === 0) return 0;
  const at = clock().toISOString();
  await engine.commit([
    ...people.map(({ userId, email }) =>
      queueLetter(
        newId(),
        letterOf({
          key: key(userId),
          recipient: email,
          ...ratingsDueWords(dueAt, `${config.origin}/reviews/${id}`),
          ...reminderSwitch(services, userId),
        }),
        at,
      ),
    ),
    audit({
      at,
      actor: null,
      event: 'reminders-written',
      organisation: loaded.review.organisationId,
      subject: id,
      details: { days, letters: people.length },
    }),
  ]);
  return people.length;
}
