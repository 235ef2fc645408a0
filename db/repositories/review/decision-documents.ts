// The documents of decisions and awards as they were given out; a trigger refuses changes.
import { and, asc, eq } from 'drizzle-orm';
import { decisionDocuments } from '#db/tables-awards.ts';
import type { Db, Write } from '#db/store.ts';
import { files } from '#db/tables.ts';
import type { FileRow } from '#db/repositories/evidence/evidence-rows.ts';

/** Every document of a decision with its file, the feedback and those that only a few may read too. */
export async function listDecisionDocuments(db: Db, decisionId: string) {
  return db
    .select({ kind: decisionDocuments.kind, createdAt: decisionDocuments.createdAt, file: files })
    .from(decisionDocuments)
    .innerJoin(files, eq(files.id, decisionDocuments.fileId))
    .where(eq(decisionDocuments.decisionId, decisionId))
    .orderBy(asc(decisionDocuments.kind));
}

/** The file of one document of a decision; null = it was not given out. */
export async function loadDecisionDocument(
  db: Db,
  { decisionId, kind }: { readonly decisionId: string; readonly kind: string },
): Promise<FileRow | null> {
  const [found] = await db
    .select({ file: files })
    .from(decisionDocuments)
    .innerJoin(files, eq(files.id, decisionDocuments.fileId))
    .where(and(eq(decisionDocuments.decisionId, decisionId), eq(decisionDocuments.kind, kind)));
  return found?.file ?? null;
}

/** A document that is given out; its file has a row already. */
export function insertDecisionDocument(row: typeof decisionDocuments.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(decisionDocuments).values(row).returning({ id: decisionDocuments.id }),
  };
}
