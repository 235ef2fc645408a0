import { EVIDENCE_FORM } from '#words/evidence/evidence-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import { redirect } from 'react-router';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { anyAssessmentOrNotFound, mayNot, notFound, signedIn } from '#app/http/door/require.ts';
import { headersOfAction, respond } from '#app/http/respond.ts';
import { storageUsed } from '#app/queries/evidence/storage-used.ts';
import { kindChoice } from '#app/queries/evidence/kind-choice.ts';
import { EvidenceForm } from '#app/ui/evidence/evidence-form.tsx';
import { formErrors } from '#words/problem-text.ts';
import { formDraft } from '#app/queries/assessment/own-form-draft.ts';
import { dropFormDraft } from '#app/use-cases/assessment/keep-form-draft.ts';
import { withNotice } from '#words/kit/notices.ts';
import { sentEvidence } from './sent-evidence.ts';
import type { Route } from './+types/evidence-new';

export const door = { policy: 'person', upload: true } satisfies Door;

export const headers = headersOfAction;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const view = await anyAssessmentOrNotFound(context, params.id);
  const criterion = findCriterion(view.charter, params.criterion);
  if (criterion === undefined) throw notFound();
  if (!view.mayAttachEvidence) throw mayNot(context, view, 'attach-evidence');
  // Whose answer it is stands on the page of the criterion.
  if (isAnsweredByOrganisation(view, params.criterion)) {
    throw redirect(addressOf('/assessments/:id/criteria/:criterion', params), 303);
  }
  const { id, title, evidenceWanted } = criterion;
  const { services, actor } = signedIn(context);
  const used = await storageUsed(services, view.place);
  const draft = await formDraft(services, actor, {
    assessmentId: view.id,
    place: `evidence:${id}`,
  });
  const here = new URL(request.url).pathname;
  const kinds = kindChoice(view.charter, criterion);
  const { isOfOrganisation } = view;
  const asked = { id, title, evidenceWanted };
  return { id: view.id, isOfOrganisation, criterion: asked, kinds, used, draft, here };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { typed, file, attached } = await sentEvidence({ params, request, context });
  if (attached.ok) {
    const { services, actor } = signedIn(context);
    await dropFormDraft(services, actor, {
      assessmentId: params.id,
      place: `evidence:${params.criterion}`,
    });
    const here = addressOf('/assessments/:id/criteria/:criterion', params);
    throw redirect(withNotice(here, 'evidence-added'), 303);
  }
  return respond(attached.problem, (problem) => {
    const errors = formErrors(problem, 'file');
    // A browser does not send a file twice by itself: say so where one had been chosen.
    const again = file === null ? {} : { file: errors['file'] ?? EVIDENCE_FORM.chooseAgain };
    return { errors: { ...errors, ...again }, typed };
  });
}

export default function NewEvidence({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <EvidenceForm
      id={loaderData.id}
      isOfOrganisation={loaderData.isOfOrganisation}
      criterion={loaderData.criterion}
      kinds={loaderData.kinds}
      used={loaderData.used}
      draft={loaderData.draft}
      here={loaderData.here}
      errors={actionData?.errors ?? {}}
      typed={actionData?.typed ?? loaderData.draft.typed}
    />
  );
}
