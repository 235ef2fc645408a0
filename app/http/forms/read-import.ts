// A file that is only looked at: it goes through the same checks as evidence does, is read, and is gone
// again before the answer is made.
import { fileKind, type JudgeFile } from '#app/adapters/evidence-files/file-kind.ts';
import {
  type FileKindId,
  kindNotAccepted,
  type KindProblem,
} from '#app/domain/evidence/file-kinds.ts';
import { FOUND_KIND } from '#words/evidence/kind-words.ts';
import { FILE_KINDS } from '#app/domain/evidence/file-kinds.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { readUpload, type UploadProblem } from './read-upload.ts';

type NoFile = { readonly code: 'no-file-chosen' };

export type ImportProblem =
  | UploadProblem
  | NoFile
  | {
      readonly code: 'other-kind';
      readonly wanted: FileKindId;
      /** Why it is none of the kinds that we know; null = it is another of these. */
      readonly because: KindProblem['reason'] | null;
    };

type Wanted = Extract<FileKindId, 'docx' | 'xlsx'>;

/** What can be saved as the wanted kind; an Excel file of before 2007 is no way to a Word file. */
const OLDER: Readonly<Record<Wanted, readonly KindProblem['reason'][]>> = {
  docx: ['old-word'],
  xlsx: ['old-excel', 'binary-workbook'],
};

/** The bytes of the one file of the form, which must be of this kind. Nothing of it is kept. */
export async function readImport(
  request: Request,
  given: Pick<Services, 'files'>,
  wanted: Wanted,
): Promise<Result<Uint8Array, ImportProblem>> {
  const read = await readOnce(request, { ...given, judgeFile: fileKind });
  if (!read.ok) return refused(ofOtherKind(read.problem, wanted));
  const { bytes, mediaType } = read.value;
  if (mediaType === FILE_KINDS[wanted].mediaType) return ok(bytes);
  return refused({ code: 'other-kind', wanted, because: null });
}

export type ZipProblem = Exclude<UploadProblem, KindProblem> | NoFile | { readonly code: 'no-zip' };

/** The bytes of the one file of the form, which must be a zip: no evidence, and looked at by who reads it. */
export async function readZip(
  request: Request,
  given: Pick<Services, 'files'>,
): Promise<Result<Uint8Array, ZipProblem>> {
  const read = await readOnce(request, { ...given, judgeFile: isZip });
  if (read.ok) return ok(read.value.bytes);
  const { problem } = read;
  return refused(problem.code === 'kind-not-accepted' ? { code: 'no-zip' } : problem);
}

const ZIP = { mediaType: 'application/zip', extensions: ['.zip'] } as const;

async function isZip(bytes: Parameters<JudgeFile>[0]) {
  const beginning = (await bytes.read(0, 2)).toString('latin1');
  return beginning === 'PK' ? ok(ZIP) : refused(kindNotAccepted('not-recognised'));
}

type Once = { readonly bytes: Uint8Array; readonly mediaType: string };

async function readOnce(
  request: Request,
  store: Parameters<typeof readUpload>[1],
): Promise<Result<Once, UploadProblem | NoFile>> {
  const { files } = store;
  const upload = await readUpload(request, store);
  if (!upload.ok) return upload;
  const { file } = upload.value;
  if (file === null) return refused({ code: 'no-file-chosen' });
  try {
    const content = await files.read(file);
    if (!content.ok) return refused({ code: 'malformed' });
    const bytes = new Uint8Array(await new Response(content.value).arrayBuffer());
    return ok({ bytes, mediaType: file.mediaType });
  } finally {
    await files.remove(file.id);
  }
}

// Elsewhere a text in UTF-16 may be saved as UTF-8; here only one kind of file will do.
function ofOtherKind(problem: UploadProblem | NoFile, wanted: Wanted): ImportProblem {
  if (problem.code !== 'kind-not-accepted') return problem;
  const { reason: because } = problem;
  const other = FOUND_KIND[because] !== undefined && !OLDER[wanted].includes(because);
  return other ? { code: 'other-kind', wanted, because } : problem;
}
