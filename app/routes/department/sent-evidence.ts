// An item of evidence as a form sends it, with its file in the store: for the page of the form, and for files that a
// script sends one by one.
import { uploadWaitContext } from '#app/http/door/contexts.ts';
import { anyAssessmentOrNotFound, mayNot, signedIn } from '#app/http/door/require.ts';
import { typedIn, type Typed } from '#app/http/forms/parse-form.ts';
import { readUpload, type Upload, type UploadProblem } from '#app/http/forms/read-upload.ts';
import { rememberTyped, typedSoFar } from '#app/http/forms/typed-texts.ts';
import { refusingUpload, uploadTexts } from '#app/http/forms/upload-texts.ts';
import { titleOfFile } from '#app/domain/evidence/file-name.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { attachEvidence, type AttachProblem } from '#app/use-cases/evidence/attach-evidence.ts';
import type { Route } from './+types/evidence-new';

type Asked = Pick<Route.ActionArgs, 'request' | 'context'> & {
  readonly params: { readonly id: string; readonly criterion: string };
};

export type SentEvidence = {
  /** What was typed beside the file. */
  readonly typed: Typed;
  /** The name of the file as it came; null = none came, or not whole. */
  readonly file: string | null;
  readonly attached: Result<{ id: string }, UploadProblem | AttachProblem>;
};

/** Attaches what was sent; what is refused leaves nothing but what was typed. A file may be called after its name. */
export async function sentEvidence(
  { params, request, context }: Asked,
  { calledByName = false }: { readonly calledByName?: boolean } = {},
): Promise<SentEvidence> {
  const { services, actor } = signedIn(context);
  // Asked before the file is read, so that nobody stores files where they may not.
  await refusingUpload(request, async () => {
    const view = await anyAssessmentOrNotFound(context, params.id);
    if (!view.mayAttachEvidence) throw mayNot(context, view, 'attach-evidence');
  });
  const upload = await read({ request, context });
  // The file goes; what was typed before it stays.
  if (!upload.ok) return { typed: typedSoFar(), file: null, attached: upload };
  const { fields, file } = upload.value;
  const typed = typedIn(fields);
  const called = calledByName && file !== null ? titleOfFile(file.name) : '';
  const attached = await attachEvidence(services, actor, {
    assessmentId: params.id,
    criterion: params.criterion,
    title: called || (typed['title'] ?? ''),
    description: typed['description'] ?? '',
    link: typed['link'] ?? null,
    kind: typed['kind'] ?? null,
    file,
  });
  return { typed, file: file?.name ?? null, attached };
}

/** What was sent, with its file in the store. */
async function read({
  request,
  context,
}: Pick<Asked, 'request' | 'context'>): Promise<Result<Upload, UploadProblem>> {
  const seconds = context.get(uploadWaitContext);
  if (seconds > 0) {
    rememberTyped((await uploadTexts(request)) ?? new FormData());
    return refused({ code: 'too-many-uploads', seconds });
  }
  const multipart = (request.headers.get('content-type') ?? '').startsWith('multipart/');
  // A form that came through a sign-in carries its texts and has lost its file.
  return multipart
    ? readUpload(request, signedIn(context).services)
    : ok({ fields: await request.formData(), file: null });
}
