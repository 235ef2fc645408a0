import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { doneAfter, eraseForm } from '#app/http/forms/erase-form.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { anyAssessmentOrNotFound, notAllowed, notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { evidenceErasePage } from '#app/queries/evidence/erase-page.ts';
import { eraseProblemText } from '#words/evidence/erase-problem-text.ts';
import { EraseView } from '#app/ui/evidence/erase-view.tsx';
import { eraseEvidenceFile } from '#app/use-cases/evidence/erase-file.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/evidence-erase';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await anyAssessmentOrNotFound(context, params.id);
  const page = evidenceErasePage(view, params.evidence);
  if (page === null) throw notFound();
  if (!view.mayEraseFile) throw notAllowed();
  return page;
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), eraseForm);
  const { typed } = parsed;
  const { id: assessmentId, evidence: evidenceId } = params;
  const view = await anyAssessmentOrNotFound(context, assessmentId);
  const page = evidenceErasePage(view, evidenceId);
  if (page === null) throw notFound();
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const { reason } = parsed.value;
  const result = await eraseEvidenceFile(services, actor, { assessmentId, evidenceId, reason });
  if (result.ok) {
    const done = doneAfter(result.value);
    throw redirect(
      withNotice(
        addressOf('/assessments/:id/criteria/:criterion', {
          id: assessmentId,
          criterion: page.criterion,
        }),
        done,
      ),
      303,
    );
  }
  return respond(result.problem, (problem) => ({
    errors: errorAt(problem, eraseProblemText(problem), 'reason'),
    typed,
  }));
}

export default function EvidenceErase({ loaderData, actionData }: Route.ComponentProps) {
  return <EraseView page={loaderData} answered={actionData ?? null} />;
}
