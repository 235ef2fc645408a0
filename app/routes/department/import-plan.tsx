import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { uploadWaitContext } from '#app/http/door/contexts.ts';
import { readPlanImportForm } from '#app/http/forms/plan-import-form.ts';
import { readImport } from '#app/http/forms/read-import.ts';
import { assessmentOrNotFound, mayNot, signedIn } from '#app/http/door/require.ts';
import { answerable, headersOfAction, putRight, respond } from '#app/http/respond.ts';
import {
  type PlanImportPage,
  planImportPage,
  readPlanRows,
} from '#app/queries/plan/plan-import.ts';
import { importProblemText } from '#words/import-problem.ts';
import { PlanImportView } from '#app/ui/plan/plan-import-view.tsx';
import { importActions } from '#app/use-cases/plan/import-actions.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/import-plan';

export const door = { policy: 'person', upload: true, preview: true } satisfies Door;

export const headers = headersOfAction;

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await assessmentOrNotFound(context, params.id);
  if (!view.mayPlanActions) throw mayNot(context, view, 'plan-actions');
  return { id: view.id };
}

type Answer = { readonly preview: PlanImportPage | null; readonly error: string | null };

export async function action({ params, request, context }: Route.ActionArgs) {
  const view = await assessmentOrNotFound(context, params.id);
  // Asked before the file is read.
  if (!view.mayPlanActions) throw mayNot(context, view, 'plan-actions');
  const multipart = (request.headers.get('content-type') ?? '').startsWith('multipart/');
  return multipart ? preview(context, request, view) : apply(context, request, view);
}

type View = Awaited<ReturnType<typeof assessmentOrNotFound>>;
type Context = Route.ActionArgs['context'];

async function preview(context: Context, request: Request, view: View) {
  const { services, actor } = signedIn(context);
  const wrong = (problem: Parameters<typeof importProblemText>[0]) =>
    respond(problem, (it): Answer => ({ preview: null, error: importProblemText(it) }));
  const seconds = context.get(uploadWaitContext);
  if (seconds > 0) return wrong({ code: 'too-many-uploads', seconds });
  const bytes = await readImport(request, services, 'xlsx');
  if (!bytes.ok) return wrong(bytes.problem);
  const rows = await readPlanRows(services, view, { bytes: bytes.value, asker: actor.id });
  if (!rows.ok) return wrong(rows.problem);
  return data<Answer>({ preview: planImportPage(view, rows.value), error: null });
}

async function apply(context: Context, request: Request, view: View) {
  const { services, actor } = signedIn(context);
  const form = readPlanImportForm(await request.formData());
  if (form === null) {
    const error = importProblemText({ code: 'no-file-chosen' });
    return putRight<Answer>({ preview: null, error });
  }
  if (form.ticked.length === 0) {
    const error = importProblemText({ code: 'nothing-ticked' });
    return putRight<Answer>({ preview: planImportPage(view, form), error });
  }
  const command = { assessmentId: view.id, rows: form.ticked };
  const result = await importActions(services, actor, command);
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/assessments/:id/actions', { id: view.id }), 'plan-imported'),
      303,
    );
  const problem = answerable(result.problem);
  const now = await assessmentOrNotFound(context, view.id);
  const error = importProblemText(problem);
  return respond(problem, (): Answer => ({ preview: planImportPage(now, form), error }));
}

export default function PlanImport({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PlanImportView
      id={loaderData.id}
      preview={actionData?.preview ?? null}
      error={actionData?.error ?? null}
    />
  );
}
