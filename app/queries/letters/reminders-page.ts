// Whether someone gets reminders by email.
import type { Services } from '#app/services.server.ts';
import { listStopped } from '#db/repositories/letters/reminder-stops.ts';

/** What this person has chosen; on where they have chosen nothing. */
export async function remindersOf(
  { engine }: Pick<Services, 'engine'>,
  person: string,
): Promise<'on' | 'off'> {
  return (await listStopped(engine.db, [person])).has(person) ? 'off' : 'on';
}
