// The whole of an assessment as the plan of one archive: what was submitted, the assessment file, the
// documents, the evidence. The adapter packs it with a manifest of fingerprints.
import { ARCHIVE_FILES, type ArchiveFile } from '#words/submission/archive-words.ts';
import { kindLabel } from '#words/kit/rule-text.ts';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { archivePath } from '#app/domain/evidence/archive-name.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { type AlteredProblem, isRecordWhole } from '#app/doors/check-record.ts';
import type { CountsProblem } from '#app/doors/see-counts.ts';
import {
  assessmentDocument,
  assessmentExport,
  DOCUMENT_KINDS,
  planSpreadsheet,
  wayToTarget,
} from '#app/queries/assessment/documents.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ArchivePart, ArchivePlan, WorkProblem } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { countingEvidence } from '#db/repositories/assessment/assessment-content.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';
import { type ArchiveContents, archiveIndex } from '#reports/archive-index.ts';
import { erasedSince } from '#words/evidence/erased-text.ts';

/** The same content on the same day (YYYY-MM-DD) gives the same plan. */
export async function archivePlan(
  services: Services,
  actor: Actor,
  { view: own, day }: { readonly view: AssessmentView; readonly day: string },
): Promise<Result<ArchivePlan, WorkProblem | CountsProblem | AlteredProblem>> {
  // With what counts here of the organisation’s evidence.
  const view = { ...own, evidence: [...countingEvidence(own)] };
  const file = await assessmentExport(services, actor, view);
  if (!file.ok) return file;
  if (!(await isRecordWhole(services, view.id))) return refused({ code: 'altered' });
  const date = new Date(`${day}T00:00:00Z`);
  const [latest] = await listSubmissions(services.engine.db, view.id);
  const submission = latest === undefined || latest.withdrawnAt !== null ? null : latest;
  const places = placesOf(view);
  const contents = contentsOf(view, places, { day, submitted: submission !== null });
  const made = await documents(services, view, { day, date, asker: actor.id });
  if (!made.ok) return made;
  return ok({
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
      { path: 'assessment.json', text: json(file.value) },
      { path: 'evidence.json', text: json(evidenceList(view, places)) },
      ...(submission === null ? [] : [{ path: 'submission.json', text: submission.snapshot }]),
      ...made.value,
      ...evidenceParts(view, places),
    ],
    index: (gaps) => archiveIndex(contents, new Set(gaps.map(({ path }) => path))),
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function documents(
  services: Services,
  view: AssessmentView,
  { day, date, asker }: { readonly day: string; readonly date: Date; readonly asker: string },
): Promise<Result<readonly ArchivePart[], WorkProblem>> {
  const { renderPdf, office } = services;
  const way = await wayToTarget(services, view, asker);
  if (!way.ok) return way;
  const parts: ArchivePart[] = [];
  // One after the other: an archive is one wish, and takes one turn at a time.
  for (const kind of DOCUMENT_KINDS) {
    const model = assessmentDocument(view, kind, { preparedOn: day, way: way.value });
    const made = await renderPdf(model, date, asker);
    if (!made.ok) return made;
    parts.push({ path: `${kind}.pdf`, bytes: made.value });
  }
  const sheet = await office.writeXlsx(planSpreadsheet(view, day), asker);
  if (!sheet.ok) return sheet;
  return ok([...parts, { path: 'action-plan.xlsx', bytes: sheet.value }]);
}

/** Each stored file once, however many items show it: its place in the archive by its id. */
function placesOf({ evidence }: AssessmentView): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const places = new Map<string, string>();
  for (const { item, file, held, erasedAt } of evidence) {
    if (item.fileId === null || file === null || erasedAt !== null || held !== null) continue;
    if (places.has(item.fileId)) continue;
    places.set(item.fileId, archivePath(item.criterion, file, taken));
  }
  return places;
}

/** Every item with the place of its file in the archive; the ids of the rows are not kept. */
function evidenceList({ evidence }: AssessmentView, places: ReadonlyMap<string, string>) {
  return evidence.map(({ item, file, mediaType, fileSize, fileSha256, held, ...erased }) => ({
    criterion: item.criterion,
    title: item.title,
    description: item.description,
    link: item.link,
    file:
      item.fileId === null
        ? null
        : {
            path: places.get(item.fileId) ?? null,
            name: file,
            mediaType,
            size: fileSize,
            sha256: fileSha256,
            ...(held === null ? {} : { held }),
            ...(erased.erasedAt === null
              ? {}
              : { erased: { at: erased.erasedAt, reason: erased.erasedReason } }),
          },
  }));
}

function evidenceParts(
  { evidence }: AssessmentView,
  places: ReadonlyMap<string, string>,
): readonly ArchivePart[] {
  const rows = new Map(evidence.map((row) => [row.item.fileId, row]));
  return [...places].map(([id, path]) => ({
    path,
    stored: { id, size: rows.get(id)?.fileSize ?? 0, sha256: rows.get(id)?.fileSha256 ?? '' },
  }));
}

/** What the index says of the archive. */
function contentsOf(
  view: AssessmentView,
  places: ReadonlyMap<string, string>,
  { day, submitted }: { readonly day: string; readonly submitted: boolean },
): ArchiveContents {
  const { organisation, department, charter, evidence } = view;
  return {
    organisation,
    department,
    charter: `${charter.title} ${charter.version}`,
    day,
    documents: [...ALWAYS.map(titled), ...(submitted ? [titled('submission.json')] : [])],
    evidence: evidence.map(({ item, file, fileSha256, held, erasedAt, erasedReason }) => ({
      criterion: item.criterion,
      criterionTitle: findCriterion(charter, item.criterion)?.title ?? '',
      title: item.title,
      description: item.description,
      kind: item.kind === null ? null : kindLabel(charter, item.kind),
      link: item.link,
      file:
        item.fileId === null
          ? null
          : {
              name: file ?? '',
              sha256: fileSha256 ?? '',
              path: places.get(item.fileId) ?? null,
              absent: erasedSince({ erasedAt, erasedReason }) ?? held,
            },
    })),
  };
}

const ALWAYS = [
  'self-assessment.pdf',
  'action-plan.pdf',
  'action-plan.xlsx',
  'assessment.json',
  'evidence.json',
] as const satisfies readonly ArchiveFile[];

function titled(path: ArchiveFile) {
  return { path, title: ARCHIVE_FILES[path] };
}
