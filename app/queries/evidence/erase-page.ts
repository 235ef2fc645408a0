// What is asked before a file is erased for good: for a lead the file of one item of evidence; for an
// administrator the files with a name or a fingerprint, of which they see nothing but that.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import type { Erasure } from '#app/domain/evidence/erasure.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { listUploadedFiles } from '#db/repositories/evidence/erasures.ts';
import { erasedSince, erasedText } from '#words/evidence/erased-text.ts';
import { sizeText } from '#words/kit/size-text.ts';

/** The file of the item; null where there is none. */
export function evidenceErasePage(view: AssessmentView, evidenceId: string) {
  const found = view.evidence.find(({ item }) => item.id === evidenceId);
  if (found === undefined || found.file === null) return null;
  const { item, file, fileSha256, erasedAt, erasedReason } = found;
  return {
    id: view.id,
    isOfOrganisation: view.isOfOrganisation,
    evidence: item.id,
    criterion: item.criterion,
    title: item.title,
    file,
    sha256: fileSha256 ?? '',
    state: view.state,
    erased: erasedSince({ erasedAt, erasedReason }),
  };
}

export type EvidenceErasePage = NonNullable<ReturnType<typeof evidenceErasePage>>;

const SHA256 = /^[0-9a-f]{64}$/i;

/** The files with this name or fingerprint, each once; null for anyone but an administrator. */
export async function erasePage(
  { engine, erasedList }: Pick<Services, 'engine' | 'erasedList'>,
  actor: Actor,
  text: string,
) {
  if (!mayAdminister(actor, 'erase-files')) return null;
  const wanted = text.trim();
  const sha256 = SHA256.test(wanted) ? wanted.toLowerCase() : null;
  const asked = sha256 === null ? { name: wanted } : { fingerprints: [sha256] };
  const files = wanted === '' ? [] : await listUploadedFiles(engine.db, asked);
  const listed = await erasedList.read();
  return {
    wanted,
    sha256,
    /** Whether, since when and why it is on the list of what no restore brings back; '' = it is not. */
    onTheList: listed.ok ? (listed.value.filter(reachesAll(sha256)).map(erasedText)[0] ?? '') : '',
    files: files.map(({ id, name, organisation, organisationId, createdAt, ...file }) => ({
      id,
      name,
      organisation,
      organisationId,
      createdAt,
      sha256: file.sha256,
      size: sizeText(file.size),
      erased: erasedSince(file),
    })),
  };
}

export type ErasePage = NonNullable<Awaited<ReturnType<typeof erasePage>>>;

function reachesAll(sha256: string | null) {
  return (one: Erasure) => one.sha256 === sha256 && one.organisation === null;
}
