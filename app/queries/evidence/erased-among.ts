// Which files of a submission were erased for good since: panels read it where the file was.
import type { Services } from '#app/services.server.ts';
import { listUploadedFiles } from '#db/repositories/evidence/erasures.ts';
import { erasedSince } from '#words/evidence/erased-text.ts';

type Item = { readonly file: { readonly sha256: string } | null };

/** By fingerprint, since when and why each is erased; what is still there in a copy is not. */
export async function erasedAmong(
  { engine }: Pick<Services, 'engine'>,
  organisationId: string,
  items: readonly Item[],
): Promise<ReadonlyMap<string, string>> {
  const fingerprints = [...new Set(items.flatMap(({ file }) => file?.sha256 ?? []))];
  const rows = await listUploadedFiles(engine.db, { fingerprints, organisationId });
  const there = new Set(rows.flatMap(({ sha256, erasedAt }) => (erasedAt === null ? sha256 : [])));
  return new Map(
    rows.flatMap((row) => {
      const text = there.has(row.sha256) ? null : erasedSince(row);
      return text === null ? [] : [[row.sha256, text] as const];
    }),
  );
}
