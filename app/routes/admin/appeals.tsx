import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { appealsPage } from '#app/queries/review/panels-page.ts';
import { AppealsView } from '#app/ui/review/appeals-view.tsx';
import { appealProblemText } from '#words/review/decision-problem.ts';
import { answerAppeal } from '#app/use-cases/review/appeal-decision.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/appeals';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'administrator' } satisfies Door;

const AnswerForm = z.object({
  appeal: z.string().max(100),
  answer: z.enum(['accept', 'dismiss'], { error: FORM.appealAnswer }),
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await appealsPage(services, actor);
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), AnswerForm);
  const { typed } = parsed;
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const { appeal: appealId, answer } = parsed.value;
  const reason = typed[`reason-${appealId}`] ?? '';
  const panelId = answer === 'accept' ? (typed[`panel-${appealId}`] ?? '') : null;
  const answered = await answerAppeal(services, actor, { appealId, reason, panelId });
  if (answered.ok) throw redirect(withNotice(addressOf('/admin/appeals'), 'appeal-answered'), 303);
  return respond(answered.problem, (problem) => ({
    errors: errorAt(problem, appealProblemText(problem), 'panel'),
    typed,
  }));
}

export default function Appeals({ loaderData, actionData }: Route.ComponentProps) {
  return <AppealsView page={loaderData} refused={actionData ?? null} />;
}
