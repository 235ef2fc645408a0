// What departments say they did about the requirements of a panel.
import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { requirementNotes } from '#db/tables-together.ts';

export type RequirementNoteRow = typeof requirementNotes.$inferSelect;

/** Every note on the requirements of one decision. */
export async function listNotesOn(
  db: Db,
  decisionId: string,
): Promise<readonly RequirementNoteRow[]> {
  return db.select().from(requirementNotes).where(eq(requirementNotes.decisionId, decisionId));
}

/** To which requirements of these decisions something is noted. */
export async function listNoted(db: Db, decisionIds: readonly string[]) {
  return db
    .select({ decisionId: requirementNotes.decisionId, criterion: requirementNotes.criterion })
    .from(requirementNotes)
    .where(
      and(inArray(requirementNotes.decisionId, [...decisionIds]), ne(requirementNotes.note, '')),
    );
}

/** Saves a note over the version that was read (0 = there was none): a Conflict where it is another one. */
export function saveNote(row: RequirementNoteRow, readVersion: number): Write {
  const next = { ...row, version: readVersion + 1 };
  return {
    expect: 1,
    run: (db) =>
      readVersion === 0
        ? db
            .insert(requirementNotes)
            .values(next)
            .onConflictDoNothing()
            .returning({ id: requirementNotes.id })
        : db
            .update(requirementNotes)
            .set({
              note: next.note,
              version: next.version,
              updatedAt: next.updatedAt,
              updatedBy: next.updatedBy,
            })
            .where(
              and(
                eq(requirementNotes.decisionId, row.decisionId),
                eq(requirementNotes.criterion, row.criterion),
                eq(requirementNotes.version, readVersion),
              ),
            )
            .returning({ id: requirementNotes.id }),
  };
}
