import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { anyAssessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { libraryPage } from '#app/queries/evidence/library-page.ts';
import { LibraryView } from '#app/ui/evidence/library-view.tsx';
import { useAgain as attachAgain } from '#app/use-cases/evidence/use-again.ts';
import { withNotice } from '#words/kit/notices.ts';
import { formErrors } from '#words/problem-text.ts';
import type { Route } from './+types/evidence-library';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const view = await anyAssessmentOrNotFound(context, params.id);
  return libraryPage(view, new URL(request.url).searchParams.get('for'));
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  const criterion = String(form.get('criterion') ?? '');
  const chosen = form.getAll('item').map(String);
  const again = await attachAgain(services, actor, { assessmentId: id, criterion, chosen });
  if (again.ok) {
    const to = addressOf('/assessments/:id/criteria/:criterion', { id, criterion });
    throw redirect(withNotice(to, 'evidence-added'), 303);
  }
  return respond(again.problem, (problem) => ({ errors: formErrors(problem), ticked: chosen }));
}

export default function EvidenceLibrary({ loaderData, actionData }: Route.ComponentProps) {
  return <LibraryView page={loaderData} refused={actionData ?? null} />;
}
