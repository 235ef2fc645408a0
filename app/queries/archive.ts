// The whole of an assessment as the plan of one archive: what was submitted, the assessment file, the
// documents, the evidence. The adapter packs it with a manifest of fingerprints.
import type { AssessmentView } from '#app/queries/assessment.ts';
import {
  assessmentDocument,
  assessmentExport,
  DOCUMENT_KINDS,
  planSpreadsheet,
} from '#app/queries/documents.ts';
import type { ArchivePart, ArchivePlan } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { listSubmissions } from '#db/repositories/submissions.ts';

/** The same content on the same day (YYYY-MM-DD) gives the same plan. */
export async function archivePlan(
  services: Services,
  view: AssessmentView,
  day: string,
): Promise<ArchivePlan> {
  const date = new Date(`${day}T00:00:00Z`);
  const [latest] = await listSubmissions(services.engine.db, view.id);
  const submission = latest === undefined || latest.withdrawnAt !== null ? null : latest;
  return {
    date,
    about: {
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
    },
    parts: [
      { path: 'assessment.json', text: json(assessmentExport(view)) },
      { path: 'evidence.json', text: json(evidenceList(view)) },
      ...(submission === null ? [] : [{ path: 'submission.json', text: submission.snapshot }]),
      ...(await documents(services, view, { day, date })),
      ...evidenceParts(view),
    ],
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function documents(
  { renderPdf, office }: Services,
  view: AssessmentView,
  { day, date }: { readonly day: string; readonly date: Date },
): Promise<readonly ArchivePart[]> {
  const rendered = await Promise.all(
    DOCUMENT_KINDS.map(async (kind) => ({
      path: `${kind}.pdf`,
      bytes: await renderPdf(assessmentDocument(view, kind, day), date),
    })),
  );
  return [
    ...rendered,
    { path: 'action-plan.xlsx', bytes: office.writeXlsx(planSpreadsheet(view, day)) },
  ];
}

function evidencePath(fileId: string): string {
  return `evidence/${fileId}`;
}

/** Every item with the place of its file in the archive; the ids of the rows are not kept. */
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

/** Each stored file once, however many items show it. */
function evidenceParts({ evidence }: AssessmentView): readonly ArchivePart[] {
  const stored = new Map(
    evidence.flatMap(({ item, fileSize, fileSha256 }) =>
      item.fileId === null
        ? []
        : [[item.fileId, { size: fileSize ?? 0, sha256: fileSha256 ?? '' }] as const],
    ),
  );
  return [...stored].map(([id, { size, sha256 }]) => ({
    path: evidencePath(id),
    stored: { id, size, sha256 },
  }));
}
