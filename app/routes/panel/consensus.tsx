import { data, redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/parse-form.ts';
import { answerable, signedIn } from '#app/http/require.ts';
import { consensusPage } from '#app/queries/discussion-page.ts';
import { ConsensusView } from '#app/ui/consensus-view.tsx';
import { reviewProblemText } from '#app/ui/review-problem-text.ts';
import { addReviewNote, agreeCriterion } from '#app/use-cases/discuss-review.ts';
import { choiceOf } from './choice.ts';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/consensus';

export const policy = 'person';

const text = z.string().max(100_000).default('');
const MeetingForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('note'), text }),
  z.object({
    intent: z.literal('agree'),
    choice: z.string().max(20).default(''),
    reason: text,
    commendation: text,
    recommendation: text,
    requirement: text,
    version: z.coerce.number().int().min(0),
    next: z.string().max(40).default(''),
  }),
]);

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { review: id, criterion } = params;
  const page = reviewed(await consensusPage(services, actor, { id, criterion }), id);
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { review: reviewId, criterion } = params;
  const parsed = parseForm(await request.formData(), MeetingForm);
  const { typed } = parsed;
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const { value } = parsed;
  const here = `/reviews/${reviewId}/discussion`;
  if (value.intent === 'note') {
    const noted = await addReviewNote(services, actor, { reviewId, criterion, text: value.text });
    if (noted.ok) throw redirect(`${here}/${criterion}?done=note-added`, 303);
    const errors: Record<string, string> = { text: reviewProblemText(answerable(noted.problem)) };
    return data({ errors, typed }, { status: 422 });
  }
  const { choice, version, next, ...texts } = value;
  const command = { reviewId, criterion, ...texts, choice: choiceOf(choice), readVersion: version };
  const agreed = await agreeCriterion(services, actor, command);
  if (agreed.ok) {
    throw redirect(`${here}${next === '' ? '' : `/${next}`}?done=consensus-saved`, 303);
  }
  const problem = answerable(agreed.problem);
  const field = ['off-the-scale', 'no-such-choice', 'not-complete'].includes(problem.code)
    ? 'choice'
    : 'reason';
  const errors: Record<string, string> = { [field]: reviewProblemText(problem) };
  const now = problem.code === 'rated-meanwhile' ? { version: String(problem.version) } : {};
  return data({ errors, typed: { ...typed, ...now } }, { status: 422 });
}

export default function Consensus({ loaderData, actionData }: Route.ComponentProps) {
  return <ConsensusView page={loaderData} refused={actionData ?? null} />;
}
