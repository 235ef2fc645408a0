// The documents of published awards that anyone may take; the feedback of the panel is not one of them.
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { awards, decisionDocuments } from '#db/tables-awards.ts';
import type { Db } from '#db/store.ts';
import { files } from '#db/tables.ts';
import type { FileRow } from '#db/repositories/evidence/evidence-rows.ts';

const PUBLIC_KINDS = ['award-report', 'action-plan', 'certificate'] as const;

/** The public documents of a decision, the report first. */
export async function listAwardDocuments(db: Db, decisionId: string) {
  const rows = await db
    .select({ kind: decisionDocuments.kind, size: files.size })
    .from(decisionDocuments)
    .innerJoin(files, eq(files.id, decisionDocuments.fileId))
    .where(
      and(
        eq(decisionDocuments.decisionId, decisionId),
        inArray(decisionDocuments.kind, [...PUBLIC_KINDS]),
      ),
    )
    .orderBy(asc(decisionDocuments.kind));
  return PUBLIC_KINDS.flatMap((kind) => {
    const row = rows.find((one) => one.kind === kind);
    return row === undefined ? [] : [{ kind, size: row.size }];
  });
}

/** The file of one document of a published award; null where there is none. */
export async function loadAwardDocument(
  db: Db,
  { number, kind }: { readonly number: string; readonly kind: string },
): Promise<FileRow | null> {
  const known = PUBLIC_KINDS.find((one) => one === kind);
  if (known === undefined) return null;
  const [found] = await db
    .select({ file: files })
    .from(awards)
    .innerJoin(decisionDocuments, eq(decisionDocuments.decisionId, awards.decisionId))
    .innerJoin(files, eq(files.id, decisionDocuments.fileId))
    .where(
      and(
        eq(awards.number, number),
        isNotNull(awards.publishedAt),
        eq(decisionDocuments.kind, known),
      ),
    );
  return found?.file ?? null;
}
