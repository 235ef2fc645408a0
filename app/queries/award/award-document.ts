// One document of a published award as it was kept: for anyone while the award stands, for the administrator
// afterwards, too.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAwards } from '#app/domain/policy/award.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ReadProblem } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { loadAwardDocument } from '#db/repositories/award/award-documents.ts';
import { loadPublished } from '#db/repositories/award/register-rows.ts';
import type { EvidenceFile } from '#app/queries/evidence/open-evidence-file.ts';

type Withdrawn = {
  readonly code: 'award-withdrawn';
  readonly withdrawnAt: string;
  readonly reason: string;
};

/**
 * The file; or that its award is withdrawn, when and why; or that it is missing or altered on the disk. null
 * where there is no such document.
 */
export async function awardDocument(
  { engine, files }: Pick<Services, 'engine' | 'files'>,
  actor: Actor | null,
  place: { readonly number: string; readonly kind: string },
): Promise<Result<EvidenceFile, ReadProblem | Withdrawn> | null> {
  const row = await loadAwardDocument(engine.db, place);
  const award = await loadPublished(engine.db, place.number);
  if (row === null || award === null) return null;
  const maySeeKept = actor !== null && mayWithAwards(actor, 'see-unpublished');
  if (award.withdrawnAt !== null && !maySeeKept) {
    const { withdrawnAt, withdrawnReason } = award;
    return refused({ code: 'award-withdrawn', withdrawnAt, reason: withdrawnReason ?? '' });
  }
  const { name, mediaType, size } = row;
  const content = await files.read(row);
  return content.ok ? ok({ name, mediaType, size, content: content.value }) : content;
}
