// Whom of those who are meant a reminder still goes to.
import type { Db } from '#db/store.ts';
import { listUsedKeys } from '#db/repositories/letters/letters-to-send.ts';
import { listStopped } from '#db/repositories/letters/reminder-stops.ts';

type Reminded = { readonly id: string; readonly key: string };

/**
 * Of each thing to be reminded of, the people who have not had the letter with this key yet, nor switched such
 * letters off; two statements for all of them.
 */
export async function whoIsLeft<Due, Person extends Reminded>(
  db: Db,
  meant: readonly { readonly due: Due; readonly people: readonly Person[] }[],
): Promise<readonly { readonly due: Due; readonly people: readonly Person[] }[]> {
  const everyone = meant.flatMap(({ people }) => people);
  const used = await listUsedKeys(
    db,
    everyone.map(({ key }) => key),
  );
  const stopped = await listStopped(
    db,
    everyone.map(({ id }) => id),
  );
  return meant.map(({ due, people }) => ({
    due,
    people: people.filter(({ id, key }) => !used.has(key) && !stopped.has(id)),
  }));
}
