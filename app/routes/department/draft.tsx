import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { uploadWaitContext } from '#app/http/door/contexts.ts';
import { readDraftForm } from '#app/http/forms/draft-form.ts';
import { readImport } from '#app/http/forms/read-import.ts';
import { assessmentOrNotFound, mayNot, signedIn } from '#app/http/door/require.ts';
import { headersOfAction, putRight, respond } from '#app/http/respond.ts';
import {
  draftAgain,
  draftPage,
  type DraftPreview,
} from '#app/queries/assessment/make-draft-document.ts';
import { DraftView } from '#app/ui/assessment/draft/draft-view.tsx';
import { importProblemText } from '#words/import-problem.ts';
import { problemText } from '#words/problem-text.ts';
import { acceptDraft } from '#app/use-cases/assessment/accept-draft.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/draft';

export const door = { policy: 'person', upload: true, preview: true } satisfies Door;

export const headers = headersOfAction;

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await assessmentOrNotFound(context, params.id);
  if (!view.mayAnswer) throw mayNot(context, view, 'answer');
  return { id: view.id };
}

type Answer = { readonly preview: DraftPreview | null; readonly error: string | null };
type View = Awaited<ReturnType<typeof assessmentOrNotFound>>;
type Context = Route.ActionArgs['context'];

export async function action({ params, request, context }: Route.ActionArgs) {
  const view = await assessmentOrNotFound(context, params.id);
  // Asked before the file is read.
  if (!view.mayAnswer) throw mayNot(context, view, 'answer');
  const multipart = (request.headers.get('content-type') ?? '').startsWith('multipart/');
  return multipart ? preview(context, request, view) : accept(context, request, view);
}

async function preview(context: Context, request: Request, view: View) {
  const { services, actor } = signedIn(context);
  const wrong = (problem: Parameters<typeof importProblemText>[0]) =>
    respond(problem, (it): Answer => ({ preview: null, error: importProblemText(it) }));
  const seconds = context.get(uploadWaitContext);
  if (seconds > 0) return wrong({ code: 'too-many-uploads', seconds });
  const bytes = await readImport(request, services, 'docx');
  if (!bytes.ok) return wrong(bytes.problem);
  const read = await services.office.readDraft(bytes.value, actor.id);
  if (!read.ok) return wrong(read.problem);
  const page = await draftPage(services, view, read.value);
  if (!page.ok) return wrong(page.problem);
  return data<Answer>({ preview: page.value, error: null });
}

async function accept(context: Context, request: Request, view: View) {
  const { services, actor } = signedIn(context);
  const form = readDraftForm(await request.formData());
  if (form === null || form.all.length === 0) {
    const error = importProblemText({ code: 'no-file-chosen' });
    return putRight<Answer>({ preview: null, error });
  }
  if (form.ticked.length === 0) {
    const error = importProblemText({ code: 'nothing-ticked' });
    return putRight<Answer>({ preview: draftAgain(view, form.all), error });
  }
  const command = { assessmentId: view.id, answers: form.ticked };
  const result = await acceptDraft(services, actor, command);
  if (!result.ok) {
    return respond(result.problem, (problem): Answer => ({
      preview: draftAgain(view, form.all),
      error: problemText(problem),
    }));
  }
  const refused = result.value.refused.map(({ criterion }) => criterion);
  if (refused.length === 0) {
    throw redirect(
      withNotice(addressOf('/assessments/:id', { id: view.id }), 'draft-accepted'),
      303,
    );
  }
  const now = await assessmentOrNotFound(context, view.id);
  const rest = form.all.filter(({ criterion }) => refused.includes(criterion));
  const changed = { code: 'answers-changed-meanwhile', criteria: refused } as const;
  const error = importProblemText(changed);
  return respond(changed, (): Answer => ({ preview: draftAgain(now, rest), error }));
}

export default function Draft({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <DraftView
      id={loaderData.id}
      preview={actionData?.preview ?? null}
      error={actionData?.error ?? null}
    />
  );
}
