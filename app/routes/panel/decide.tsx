import { data, redirect } from 'react-router';
import { z } from 'zod';
import { OUTCOMES } from '#app/domain/review/outcome.ts';
import { dayIn } from '#app/http/action-form.ts';
import { headersOfAction, refusedForm } from '#app/http/refused-form.ts';
import { parseForm } from '#app/http/parse-form.ts';
import { answerable, signedIn } from '#app/http/require.ts';
import { decidePage } from '#app/queries/decide-page.ts';
import { DecideView } from '#app/ui/decide-view.tsx';
import { decisionProblemText } from '#app/ui/review-problem-text.ts';
import { recordDecision, type RecordDecisionProblem } from '#app/use-cases/record-decision.ts';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/decide';

export const policy = 'person';

export const headers = headersOfAction;

const DecisionForm = z.object({
  outcome: z.enum(OUTCOMES, { error: 'Choose what the panel decides' }),
  level: z.string().max(100).default(''),
  summary: z.string().max(100_000).default(''),
  correction: z.string().max(100_000).default(''),
  password: z.string({ error: 'Enter your password' }).max(20_000),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  return reviewed(await decidePage(services, actor, params.review), params.review);
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { review: reviewId } = params;
  const parsed = parseForm(await request.formData(), DecisionForm);
  const { password: _secret, ...typed } = parsed.typed;
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const revisionsDueOn = dayIn(parsed.typed, 'due') ?? '';
  const command = { reviewId, revisionsDueOn, ...parsed.value };
  const recorded = await recordDecision(services, actor, command);
  if (recorded.ok) throw redirect(`/reviews/${reviewId}/decision`, 303);
  const problem = answerable(recorded.problem);
  const errors: Record<string, string> = { [fieldOf(problem)]: decisionProblemText(problem) };
  return data({ errors, typed }, refusedForm(problem));
}

function fieldOf({ code }: RecordDecisionProblem): string {
  switch (code) {
    case 'password-wrong':
    case 'wait':
    case 'busy':
      return 'password';
    case 'revisions-date-wrong':
      return 'due';
    case 'summary-wrong':
      return 'summary';
    case 'correction-wrong':
      return 'correction';
    case 'not-a-lower-level':
      return 'level';
    case 'level-not-reached':
      return 'outcome';
    default:
      return '';
  }
}

export default function Decide({ loaderData, actionData }: Route.ComponentProps) {
  return <DecideView page={loaderData} refused={actionData ?? null} />;
}
