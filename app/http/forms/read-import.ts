// A file that is only looked at: it goes through the same checks as evidence does, is read, and is gone
// again before the answer is made.
import { fileKind } from '#app/adapters/evidence-files/file-kind.ts';
import type { FileKindId, KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { FOUND_KIND } from '#words/evidence/kind-words.ts';
import { FILE_KINDS } from '#app/domain/evidence/file-kinds.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { readUpload, type UploadProblem } from './read-upload.ts';

export type ImportProblem =
  | UploadProblem
  | { readonly code: 'no-file-chosen' }
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
  { files }: Pick<Services, 'files'>,
  wanted: Wanted,
): Promise<Result<Uint8Array, ImportProblem>> {
  const upload = await readUpload(request, { files, judgeFile: fileKind });
  if (!upload.ok) return refused(ofOtherKind(upload.problem, wanted));
  const { file } = upload.value;
  if (file === null) return refused({ code: 'no-file-chosen' });
  try {
    if (file.mediaType !== FILE_KINDS[wanted].mediaType) {
      return refused({ code: 'other-kind', wanted, because: null });
    }
    const content = await files.read(file);
    if (!content.ok) return refused({ code: 'malformed' });
    return ok(new Uint8Array(await new Response(content.value).arrayBuffer()));
  } finally {
    await files.remove(file.id);
  }
}

// Elsewhere a text in UTF-16 may be saved as UTF-8; here only one kind of file will do.
function ofOtherKind(problem: UploadProblem, wanted: Wanted): ImportProblem {
  if (problem.code !== 'kind-not-accepted') return problem;
  const { reason: because } = problem;
  const other = FOUND_KIND[because] !== undefined && !OLDER[wanted].includes(because);
  return other ? { code: 'other-kind', wanted, because } : problem;
}
