// Mail that is to go out, in the same commit as what it tells of; sending is somebody else's work.
import type { Letter } from '#app/domain/letters/letter.ts';
import type { Write } from '#db/store.ts';
import { outbox } from '#db/tables-together.ts';

/** Puts a letter into the outbox; one with the same key is already there and stays. */
export function queueLetter(id: string, letter: Letter, at: string): Write {
  return {
    run: (db) =>
      db
        .insert(outbox)
        .values({ id, ...letter, createdAt: at, attempts: 0, nextAt: at })
        .onConflictDoNothing()
        .returning({ id: outbox.id }),
  };
}
