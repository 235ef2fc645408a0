import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { OUTCOMES } from '#app/domain/review/decided-outcome.ts';
import { dayIn } from '#app/http/forms/parse-action.ts';
import { sessionContext } from '#app/http/door/contexts.ts';
import { proofFields, proofIn } from '#app/http/forms/proof-form.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { signedIn } from '#app/http/door/require.ts';
import { besideTheirs, errorAt, headersOfAction, putRight, respond } from '#app/http/respond.ts';
import { decidePage } from '#app/queries/review/decide-page.ts';
import { proofAsked } from '#app/queries/accounts/proof.ts';
import { INTERACTIVE } from '#app/ui/kit/interactive.ts';
import { DecideView } from '#app/ui/review/decide-view.tsx';
import { decisionProblemText } from '#words/review/decision-problem.ts';
import { recordDecision } from '#app/use-cases/review/record-decision.ts';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/decide';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'person' } satisfies Door;

export const headers = headersOfAction;

export const handle = INTERACTIVE;

const DecisionForm = z.object({
  outcome: z.enum(OUTCOMES, { error: FORM.outcome }),
  level: z.string().max(100).default(''),
  summary: z.string().max(100_000).default(''),
  correction: z.string().max(100_000).default(''),
  draft: z.coerce.number().int().min(0).optional(),
  ...proofFields,
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = reviewed(await decidePage(services, actor, params.review), params.review);
  return { ...page, proof: await proofAsked(services, actor, context.get(sessionContext)) };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { review: reviewId } = params;
  const parsed = parseForm(await request.formData(), DecisionForm);
  const { password: _secret, code: _code, answer: _answer, ...typed } = parsed.typed;
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed, conflict: null });
  const revisionsDueOn = dayIn(parsed.typed, 'due') ?? '';
  const proof = proofIn(parsed.typed, { request, context });
  const command = { reviewId, revisionsDueOn, ...parsed.value, ...proof };
  const recorded = await recordDecision(services, actor, command);
  if (recorded.ok)
    throw redirect(addressOf('/reviews/:review/decision', { review: reviewId }), 303);
  return respond(recorded.problem, (problem) => ({
    ...besideTheirs(problem, {
      theirs: (saved) => saved,
      errors: (other) => errorAt(other, decisionProblemText(other)),
    }),
    typed,
  }));
}

export default function Decide({ loaderData, actionData }: Route.ComponentProps) {
  return <DecideView page={loaderData} refused={actionData ?? null} />;
}
