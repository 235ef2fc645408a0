// The whole of an assessment as one archive: what was submitted as JSON, the assessment file, the documents,
// the evidence, and a manifest of fingerprints.
import { Readable } from 'node:stream';
import { stringify } from 'yaml';
import { type ArchiveEntry, archiveStream, entryOf } from '#app/adapters/archive-zip.ts';
import type { AssessmentView } from '#app/queries/assessment.ts';
import { assessmentDocument, assessmentExport, DOCUMENT_KINDS } from '#app/queries/documents.ts';
import type { Services } from '#app/services.server.ts';
import { listSubmissions } from '#db/repositories/submissions.ts';

/** Bytes for bytes the same for the same content on the same day (YYYY-MM-DD). */
export async function assessmentArchive(
  services: Services,
  view: AssessmentView,
  day: string,
): Promise<ReadableStream<Uint8Array>> {
  const date = new Date(`${day}T00:00:00Z`);
  const [latest] = await listSubmissions(services.engine.db, view.id);
  const submission = latest === undefined || latest.withdrawnAt !== null ? null : latest;
  const entries = [
    text('assessment.yaml', stringify(assessmentExport(view))),
    text('evidence.json', `${JSON.stringify(evidenceList(view), null, 2)}\n`),
    ...(submission === null ? [] : [text('submission.json', submission.snapshot)]),
    ...(await documents(services, view, { day, date })),
    ...evidenceEntries(services, view),
  ];
  const about = {
    organisation: view.organisation,
    department: view.department,
    charter: view.scorecard.charter,
    submission:
      submission === null
        ? null
        : {
            number: submission.number,
            sha256: submission.sha256,
            submittedAt: submission.submittedAt,
          },
  };
  return archiveStream(entries, about, date);
}

function text(path: string, content: string): ArchiveEntry {
  return entryOf(path, Buffer.from(content));
}

async function documents(
  { renderPdf }: Services,
  view: AssessmentView,
  { day, date }: { readonly day: string; readonly date: Date },
): Promise<readonly ArchiveEntry[]> {
  return Promise.all(
    DOCUMENT_KINDS.map(async (kind) =>
      entryOf(`${kind}.pdf`, await renderPdf(assessmentDocument(view, kind, day), date)),
    ),
  );
}

/** Where the file of each item lies in the archive; the ids of the rows are not kept. */
export function evidencePath(fileId: string): string {
  return `evidence/${fileId}`;
}

function evidenceList({ evidence }: AssessmentView) {
  return evidence.map(({ item, file, mediaType, fileSize, fileSha256 }) => ({
    criterion: item.criterion,
    title: item.title,
    description: item.description,
    link: item.link,
    file:
      item.fileId === null
        ? null
        : {
            path: evidencePath(item.fileId),
            name: file,
            mediaType,
            size: fileSize,
            sha256: fileSha256,
          },
  }));
}

function evidenceEntries(
  { files }: Services,
  { evidence }: AssessmentView,
): readonly ArchiveEntry[] {
  const known = new Map(
    evidence.flatMap(({ item, fileSize, fileSha256 }) =>
      item.fileId === null
        ? []
        : [[item.fileId, { size: fileSize ?? 0, sha256: fileSha256 ?? '' }] as const],
    ),
  );
  return [...known].map(([id, { size, sha256 }]) => ({
    path: evidencePath(id),
    size,
    sha256,
    open: async () => {
      const read = await files.read({ id, size, sha256 });
      if (!read.ok) throw new Error(`evidence ${id}: ${read.problem.code}`);
      return Readable.from(read.value);
    },
  }));
}
