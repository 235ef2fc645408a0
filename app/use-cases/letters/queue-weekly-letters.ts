// Writes the letter of the week: to everybody for whom something waits, what that is and by when. Once a week, and none to
// whoever has switched reminders off.
import { addressOf } from '#app/addresses.ts';
import type { Waiting } from '#app/domain/home/waiting-for.ts';
import { weeklyLetterDue, weeklyLetterKey } from '#app/domain/letters/weekly-letter.ts';
import { type Actor, ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';
import { othersFirst } from '#app/doors/others-first.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listActors } from '#db/repositories/people/roles.ts';
import { letterOf } from '#words/letters/letter.ts';
import { weeklyLetter } from '#words/letters/weekly-letter-words.ts';
import { inBatches } from './in-batches.ts';
import { reminderSwitch } from './switch-reminders.ts';
import { whoIsLeft } from './who-is-left.ts';

/** What waits for a person: what stands first on their page. */
type WaitingOf = (services: Services, actor: Actor) => Promise<readonly Waiting[]>;

/** How many letters were written. */
export async function queueWeeklyLetters(
  services: Services,
  waitingOf: WaitingOf,
): Promise<{ written: number }> {
  const week = weeklyLetterDue(services.clock().toISOString());
  if (week === null) return { written: 0 };
  const actors = await listActors(services.engine.db, ORGANISATION_ROLES);
  const write = (some: readonly Actor[]) => writeTo(services, { some, week, waitingOf });
  return { written: await inBatches(actors, write) };
}

type Writing = {
  readonly some: readonly Actor[];
  readonly week: string;
  readonly waitingOf: WaitingOf;
};

async function writeTo(services: Services, { some, week, waitingOf }: Writing): Promise<number> {
  const { engine, clock, newId } = services;
  const people = some.map((actor) => ({ ...actor, key: weeklyLetterKey(week, actor.id) }));
  const [left] = await whoIsLeft(engine.db, [{ due: null, people }]);
  const at = clock().toISOString();
  let written = 0;
  for (const person of left?.people ?? []) {
    const waiting = await waitingOf(services, person);
    if (waiting.length > 0) {
      await engine.commit([queueLetter(newId(), letterTo(services, person, waiting), at)]);
      written += 1;
    }
    await othersFirst();
  }
  if (written === 0) return 0;
  await engine.commit([
    audit({
      at,
      actor: null,
      event: 'reminders-written',
      organisation: null,
      subject: null,
      details: { matter: `week ${week}`, letters: written },
    }),
  ]);
  return written;
}

type Person = Actor & { readonly key: string };

function letterTo(services: Services, { id, key, email }: Person, waiting: readonly Waiting[]) {
  return letterOf({
    key,
    recipient: email,
    ...weeklyLetter(waiting, `${services.config.origin}${addressOf('/')}`),
    ...reminderSwitch(services, id),
  });
}
