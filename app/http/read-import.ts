// A file that is only looked at: it goes through the same checks as evidence does, is read, and is gone
// again before the answer is made.
import { fileKind } from '#app/adapters/file-kind.ts';
import type { FileKindId } from '#app/domain/evidence/file-kinds.ts';
import { FILE_KINDS } from '#app/domain/evidence/file-kinds.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { readUpload, type UploadProblem } from './read-upload.ts';

export type ImportProblem =
  | UploadProblem
  | { readonly code: 'no-file-chosen' }
  | { readonly code: 'other-kind'; readonly wanted: FileKindId };

/** The bytes of the one file of the form, which must be of this kind. Nothing of it is kept. */
export async function readImport(
  request: Request,
  { files }: Pick<Services, 'files'>,
  wanted: FileKindId,
): Promise<Result<Uint8Array, ImportProblem>> {
  const upload = await readUpload(request, { files, judgeFile: fileKind });
  if (!upload.ok) return upload;
  const { file } = upload.value;
  if (file === null) return refused({ code: 'no-file-chosen' });
  try {
    if (file.mediaType !== FILE_KINDS[wanted].mediaType) {
      return refused({ code: 'other-kind', wanted });
    }
    const content = await files.read(file);
    if (!content.ok) return refused({ code: 'malformed' });
    return ok(new Uint8Array(await new Response(content.value).arrayBuffer()));
  } finally {
    await files.remove(file.id);
  }
}
