import { LABEL } from '#words/kit/labels.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { parseForm, type Typed } from '#app/http/forms/parse-form.ts';
import { signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { interestPage, reviewPage } from '#app/queries/review/review-page.ts';
import { InterestView } from '#app/ui/review/interest-view.tsx';
import { reviewProblemText } from '#words/review/review-problem.ts';
import { ReviewView } from '#app/ui/review/review-view.tsx';
import {
  askReplacement,
  type AskReplacementProblem,
} from '#app/use-cases/review/ask-replacement.ts';
import { declareInterest, type DeclareProblem } from '#app/use-cases/review/declare-interest.ts';
import {
  openDiscussion,
  type OpenDiscussionProblem,
} from '#app/use-cases/review/discuss-review.ts';
import { withNotice } from '#words/kit/notices.ts';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/review';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'person' } satisfies Door;

const ReviewForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('declare'),
    conflict: z.enum(['no', 'yes'], { error: FORM.conflict }),
    reason: z.string().max(20_000).default(''),
  }),
  z.object({ intent: z.literal('open-discussion') }),
  z.object({
    intent: z.literal('ask-replacement'),
    member: z.string().min(1, LABEL.chooseAMember).max(100),
    because: z.string().max(20_000).default(''),
  }),
]);

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const done = new URL(request.url).searchParams.get('done');
  const found = await reviewPage(services, actor, params.review);
  if (!found.ok && found.problem.code === 'declare-first') {
    const about = await interestPage(services, actor, params.review);
    return { interest: reviewed(about, params.review), review: null, done };
  }
  return { interest: null, review: reviewed(found, params.review), done };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { review: reviewId } = params;
  const parsed = parseForm(await request.formData(), ReviewForm);
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed: parsed.typed });
  const { value, typed } = parsed;
  if (value.intent === 'open-discussion') {
    const opened = await openDiscussion(services, actor, { reviewId });
    if (opened.ok)
      throw redirect(addressOf('/reviews/:review/discussion', { review: reviewId }), 303);
    return refusal(opened.problem, '', typed);
  }
  if (value.intent === 'ask-replacement') {
    const command = { reviewId, userId: value.member, reason: value.because };
    const asked = await askReplacement(services, actor, command);
    if (asked.ok)
      throw redirect(
        withNotice(addressOf('/reviews/:review', { review: reviewId }), 'replacement-asked'),
        303,
      );
    return refusal(asked.problem, 'member', typed);
  }
  const conflict = value.conflict === 'yes';
  const declared = await declareInterest(services, actor, {
    reviewId,
    conflict,
    reason: value.reason,
  });
  if (declared.ok) {
    throw redirect(
      conflict
        ? withNotice(addressOf('/reviews'), 'interest-declared')
        : withNotice(addressOf('/reviews/:review', { review: reviewId }), 'no-interest'),
      303,
    );
  }
  return refusal(declared.problem, '', typed);
}

function refusal(
  problem: OpenDiscussionProblem | AskReplacementProblem | DeclareProblem,
  field: string,
  typed: Typed,
) {
  return respond(problem, (it) => ({ errors: errorAt(it, reviewProblemText(it), field), typed }));
}

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const { interest, review, done } = loaderData;
  const refused = actionData ?? null;
  if (interest !== null) return <InterestView page={interest} refused={refused} />;
  return <ReviewView page={review} done={done} refused={refused} />;
}
