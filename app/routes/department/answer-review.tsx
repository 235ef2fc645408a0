import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { assessmentOrNotFound, mayNot, notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { criterionTogether } from '#app/queries/assessment/together.ts';
import { AnswerReviewView } from '#app/ui/assessment/work/step-view.tsx';
import { reviewAnswer } from '#app/use-cases/assessment/review-answer.ts';
import { FORM } from '#words/kit/form-words.ts';
import { withNotice } from '#words/kit/notices.ts';
import { togetherProblemText } from '#words/people/together-problem.ts';
import type { Route } from './+types/answer-review';

export const door = { policy: 'person' } satisfies Door;

const Step = z.object({
  step: z.enum(['in-review', 'agreed', 'sent-back', 'written'], { error: FORM.notRight }),
  comment: z.string().max(100_000).default(''),
  version: z.coerce.number().int().min(0).catch(0),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const criterion = findCriterion(view.charter, params.criterion);
  if (criterion === undefined) throw notFound();
  if (!view.mayAnswer) throw mayNot(context, view, 'answer');
  const { id, title } = criterion;
  const { work } = await criterionTogether(services, actor, { view, criterion: id });
  return { id: view.id, criterion: { id, title }, work };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { id: assessmentId, criterion } = params;
  const parsed = parseForm(await request.formData(), Step);
  const comment = parsed.typed['comment'] ?? '';
  if (!parsed.ok) return putRight({ errors: parsed.errors, comment });
  const { step, version: readVersion } = parsed.value;
  const said = { step, readVersion, comment: parsed.value.comment };
  const reviewed = await reviewAnswer(services, actor, { assessmentId, criterion, ...said });
  if (reviewed.ok) {
    const at = { id: assessmentId, criterion };
    const to = addressOf('/assessments/:id/criteria/:criterion', at);
    throw redirect(withNotice(to, `answer-${step}`), 303);
  }
  return respond(reviewed.problem, (problem) => ({
    errors: errorAt(problem, togetherProblemText(problem), step === 'sent-back' ? 'comment' : ''),
    comment,
  }));
}

export default function AnswerReviewRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <AnswerReviewView page={loaderData} refused={actionData ?? null} />;
}
