// What is asked before a file is erased for good: for a lead the file of one item of evidence; for an
// administrator the files with a name or a fingerprint, of which they see nothing but that.
import { type Actor, isAdministrator } from '#app/domain/policy/actor.ts';
import type { AssessmentView } from '#app/queries/assessment.ts';
import type { Services } from '#app/services.server.ts';
import { listUploadedFiles } from '#db/repositories/erasures.ts';
import { erasedText } from '#reports/erased-text.ts';
import { sizeText } from './criterion-page.ts';

/** The file of the item; null where there is none, or this person may not erase it. */
export function evidenceErasePage(view: AssessmentView, evidenceId: string) {
  const found = view.evidence.find(({ item }) => item.id === evidenceId);
  if (found === undefined || found.file === null || !view.mayEraseFile) return null;
  const { item, file, fileSha256, erasedAt, erasedReason } = found;
  return {
    id: view.id,
    evidence: item.id,
    criterion: item.criterion,
    title: item.title,
    file,
    sha256: fileSha256 ?? '',
    state: view.state,
    erased: erasedAt === null ? null : erasedText({ at: erasedAt, reason: erasedReason ?? '' }),
  };
}

export type EvidenceErasePage = NonNullable<ReturnType<typeof evidenceErasePage>>;

const SHA256 = /^[0-9a-f]{64}$/i;

/** The files with this name or fingerprint, each once; null for anyone but an administrator. */
export async function erasePage({ engine }: Pick<Services, 'engine'>, actor: Actor, text: string) {
  if (!isAdministrator(actor)) return null;
  const wanted = text.trim();
  const isFingerprint = SHA256.test(wanted);
  const asked = isFingerprint ? { sha256: wanted.toLowerCase() } : { name: wanted };
  const rows = wanted === '' ? [] : await listUploadedFiles(engine.db, asked);
  const files = new Map(rows.map(({ file, organisation }) => [file.id, { file, organisation }]));
  return {
    wanted,
    isFingerprint,
    files: [...files.values()].map(({ file, organisation }) => ({
      id: file.id,
      name: file.name,
      organisation,
      organisationId: file.organisationId,
      sha256: file.sha256,
      size: sizeText(file.size),
      createdAt: file.createdAt,
      erased:
        file.erasedAt === null
          ? null
          : erasedText({ at: file.erasedAt, reason: file.erasedReason ?? '' }),
    })),
  };
}

export type ErasePage = NonNullable<Awaited<ReturnType<typeof erasePage>>>;
