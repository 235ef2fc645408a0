import type { Door } from '#app/http/door/door.ts';
import { data } from 'react-router';
import { uploadWaitContext } from '#app/http/door/contexts.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { readZip } from '#app/http/forms/read-import.ts';
import { headersOfAction, respond } from '#app/http/respond.ts';
import { mayTry, type TrialPage, trialPage } from '#app/queries/charters/trial-page.ts';
import { TrialView } from '#app/ui/charters/trial-view.tsx';
import { zipProblemText } from '#words/charters/trial-words.ts';
import type { Route } from './+types/trial';

export const door = { policy: 'administrator', upload: true } satisfies Door;

export const headers = headersOfAction;

export function loader({ context }: Route.LoaderArgs) {
  if (!mayTry(signedIn(context).actor)) throw notFound();
  return null;
}

type Answer = { readonly page: TrialPage | null; readonly error: string | null };

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  // Asked before the file is read.
  if (!mayTry(actor)) throw notFound();
  const wrong = (problem: Parameters<typeof zipProblemText>[0]) =>
    respond(problem, (it): Answer => ({ page: null, error: zipProblemText(it) }));
  const seconds = context.get(uploadWaitContext);
  if (seconds > 0) return wrong({ code: 'too-many-uploads', seconds });
  const zip = await readZip(request, services);
  if (!zip.ok) return wrong(zip.problem);
  const page = await trialPage(services, actor, zip.value);
  return page.ok ? data<Answer>({ page: page.value, error: null }) : wrong(page.problem);
}

export default function Trial({ actionData }: Route.ComponentProps) {
  return <TrialView page={actionData?.page ?? null} error={actionData?.error ?? null} />;
}
