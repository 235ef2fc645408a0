// One item of evidence as panels look at it: the file of the submission by its fingerprint, so that what
// is read is what was submitted, whatever happened to the assessment since.
import type { SnapshotEvidence } from '#app/domain/formats/snapshot.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { FileErased, FileHeld } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { enterReview, type ReviewAccessProblem } from '#app/doors/enter-review.ts';
import { loadFileBySha256 } from '#db/repositories/evidence/evidence-rows.ts';
import { erasedSince } from '#words/evidence/erased-text.ts';
import { kindLabel } from '#words/kit/rule-text.ts';
import { sizeText } from '#words/kit/size-text.ts';
import { fileHeld } from '#app/doors/file-held.ts';

type Asked = { readonly id: string; readonly evidence: string };

/** Texts up to this size are shown on the page. */
const SHOWN_BYTES = 200_000;

async function find(services: Services, actor: Actor, { id, evidence: itemId }: Asked) {
  const entered = await enterReview(services, actor, { id, act: 'read' });
  if (!entered.ok) return entered;
  const item = entered.value.evidence.find((one) => one.id === itemId);
  if (item?.file == null) return refused({ code: 'not-found' } as const);
  const { organisationId } = entered.value.review;
  const { sha256 } = item.file;
  const row = await loadFileBySha256(services.engine.db, { organisationId, sha256 });
  return row === null
    ? refused({ code: 'not-found' } as const)
    : ok({ item, row, entered: entered.value });
}

export type ReviewEvidence = {
  readonly id: string;
  readonly item: Pick<SnapshotEvidence, 'id' | 'criterion' | 'title' | 'description'> & {
    /** The label of its kind; null = none. */
    readonly kind: string | null;
  };
  readonly name: string;
  readonly size: string;
  /** How it can be looked at here: as a picture, as text, only by downloading it, or not (any more). */
  readonly look: 'picture' | 'text' | 'download' | 'erased' | 'held';
  /** Why it cannot be looked at: since when it is erased, or what its virus scan says; '' where it can. */
  readonly absent: string;
  /** Whether a virus scanner has called it clean. */
  readonly scanned: boolean;
  /** The text of the file; '' unless it is looked at as text. */
  readonly text: string;
};

/** What the page of an item shows. */
export async function reviewEvidence(
  services: Services,
  actor: Actor,
  asked: Asked,
): Promise<Result<ReviewEvidence, ReviewAccessProblem>> {
  const found = await find(services, actor, asked);
  if (!found.ok) return found;
  const { item, row, entered } = found.value;
  const absent = absentIn(services, row);
  const look = absent === null ? lookAt(row) : absent.code === 'file-erased' ? 'erased' : 'held';
  const { id, criterion, title, description } = item;
  const kind = item.kind === undefined ? null : kindLabel(entered.charter, item.kind);
  return ok({
    id: asked.id,
    item: { id, criterion, title, description, kind },
    name: row.name,
    size: sizeText(row.size),
    look,
    absent: absent?.text ?? '',
    scanned: row.scan === 'clean',
    text: look === 'text' ? await textOf(services, row) : '',
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof loadFileBySha256>>>;

function lookAt({ mediaType, size }: Row): ReviewEvidence['look'] {
  if (mediaType === 'image/png' || mediaType === 'image/jpeg') return 'picture';
  return mediaType.startsWith('text/') && size <= SHOWN_BYTES ? 'text' : 'download';
}

function absentIn({ scanFile }: Services, row: Row): FileErased | FileHeld | null {
  const text = erasedSince(row);
  return text === null ? fileHeld(row, scanFile) : { code: 'file-erased', text };
}

async function textOf({ files }: Services, row: Row): Promise<string> {
  const read = await files.read(row);
  return read.ok ? new Response(read.value).text() : '';
}

/** The file itself, for a download or as the picture on the page. */
export async function reviewEvidenceFile(services: Services, actor: Actor, asked: Asked) {
  const found = await find(services, actor, asked);
  if (!found.ok) return found.problem.code === 'altered' ? refused(found.problem) : null;
  const { name, mediaType, size } = found.value.row;
  const problem = absentIn(services, found.value.row);
  if (problem !== null) return refused(problem);
  const content = await services.files.read(found.value.row);
  return content.ok ? ok({ name, mediaType, size, content: content.value }) : content;
}
