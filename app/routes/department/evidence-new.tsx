import { EVIDENCE_FORM } from '#words/evidence/evidence-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import { redirect } from 'react-router';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { uploadWaitContext } from '#app/http/door/contexts.ts';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { readUpload } from '#app/http/forms/read-upload.ts';
import { anyAssessmentOrNotFound, mayNot, notFound, signedIn } from '#app/http/door/require.ts';
import { typedSoFar } from '#app/http/forms/typed-texts.ts';
import { refusingUpload, uploadTexts } from '#app/http/forms/upload-texts.ts';
import { headersOfAction, putRight, respond } from '#app/http/respond.ts';
import { storageUsed } from '#app/queries/evidence/storage-used.ts';
import { kindChoice } from '#app/queries/evidence/kind-choice.ts';
import { EvidenceForm } from '#app/ui/evidence/evidence-form.tsx';
import { formErrors, problemText } from '#words/problem-text.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/evidence-new';

export const door = { policy: 'person', upload: true } satisfies Door;

export const headers = headersOfAction;

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await anyAssessmentOrNotFound(context, params.id);
  const criterion = findCriterion(view.charter, params.criterion);
  if (criterion === undefined) throw notFound();
  if (!view.mayAttachEvidence) throw mayNot(context, view, 'attach-evidence');
  // Whose answer it is stands on the page of the criterion.
  if (isAnsweredByOrganisation(view, params.criterion)) {
    throw redirect(addressOf('/assessments/:id/criteria/:criterion', params), 303);
  }
  const { id, title, evidenceWanted } = criterion;
  const used = await storageUsed(signedIn(context).services, view.place);
  const kinds = kindChoice(view.charter, criterion);
  const { isOfOrganisation } = view;
  return { id: view.id, isOfOrganisation, criterion: { id, title, evidenceWanted }, kinds, used };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  // Asked before the file is read, so that nobody stores files where they may not.
  await refusingUpload(request, async () => {
    const view = await anyAssessmentOrNotFound(context, params.id);
    if (!view.mayAttachEvidence) throw mayNot(context, view, 'attach-evidence');
  });
  const seconds = context.get(uploadWaitContext);
  if (seconds > 0) return tooMany(request, seconds);
  const multipart = (request.headers.get('content-type') ?? '').startsWith('multipart/');
  // A form that came through a sign-in carries its texts and has lost its file.
  const upload = multipart
    ? await readUpload(request, services)
    : { ok: true as const, value: { fields: await request.formData(), file: null } };
  if (!upload.ok) {
    // The file goes; what was typed before it stays.
    const errors = { file: problemText(upload.problem) };
    return putRight({ errors, typed: typedSoFar() });
  }
  const { fields, file } = upload.value;
  const typed = typedIn(fields);
  const result = await attachEvidence(services, actor, {
    assessmentId: params.id,
    criterion: params.criterion,
    title: typed['title'] ?? '',
    description: typed['description'] ?? '',
    link: typed['link'] ?? null,
    kind: typed['kind'] ?? null,
    file,
  });
  const { id, criterion } = params;
  if (result.ok)
    throw redirect(
      withNotice(
        addressOf('/assessments/:id/criteria/:criterion', { id, criterion }),
        'evidence-added',
      ),
      303,
    );
  return respond(result.problem, (problem) => {
    const errors = formErrors(problem, 'file');
    // A browser does not send a file twice by itself: say so where one had been chosen.
    const again = file === null ? {} : { file: errors['file'] ?? EVIDENCE_FORM.chooseAgain };
    return { errors: { ...errors, ...again }, typed };
  });
}

/** Nothing of the file is kept; what was typed is. */
async function tooMany(request: Request, seconds: number) {
  const problem = { code: 'too-many-uploads', seconds } as const;
  const texts = await uploadTexts(request);
  const typed = texts === null ? {} : typedIn(texts);
  return respond(problem, (it) => ({ errors: { file: problemText(it) }, typed }));
}

export default function NewEvidence({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <EvidenceForm
      id={loaderData.id}
      isOfOrganisation={loaderData.isOfOrganisation}
      criterion={loaderData.criterion}
      kinds={loaderData.kinds}
      used={loaderData.used}
      errors={actionData?.errors ?? {}}
      typed={actionData?.typed ?? {}}
    />
  );
}
