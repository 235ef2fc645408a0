import { SAVED } from '#words/assessment/assessment-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { pageNumber, parseForm } from '#app/http/forms/parse-form.ts';
import { anyAssessmentOrNotFound, notFound, signedIn } from '#app/http/door/require.ts';
import { putRight, respond } from '#app/http/respond.ts';
import { historyPage } from '#app/queries/assessment/history-page.ts';
import { HistoryView } from '#app/ui/assessment/history-view.tsx';
import { problemText } from '#words/problem-text.ts';
import { restoreAnswer } from '#app/use-cases/assessment/restore-answer.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/answer-history';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'person' } satisfies Door;

const SAVED_MEANWHILE = SAVED.meanwhile;

const Restore = z.object({
  version: z.coerce.number().int().min(1),
  readVersion: z.coerce.number().int().min(0),
});

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await anyAssessmentOrNotFound(context, params.id);
  const { criterion } = params;
  const page = await historyPage(services, view, { criterion, page: pageNumber(request) });
  if (page === null) throw notFound();
  return page;
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), Restore);
  if (!parsed.ok) return putRight({ error: FORM.versionToBringBack });
  const { id, criterion } = params;
  const command = { assessmentId: id, criterion, ...parsed.value };
  const result = await restoreAnswer(services, actor, command);
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/assessments/:id/criteria/:criterion', { id, criterion }), 'restored'),
      303,
    );
  return respond(result.problem, (problem) => ({
    error: problem.code === 'changed-meanwhile' ? SAVED_MEANWHILE : problemText(problem),
  }));
}

export default function History({ loaderData, actionData }: Route.ComponentProps) {
  return <HistoryView page={loaderData} error={actionData?.error ?? null} />;
}
