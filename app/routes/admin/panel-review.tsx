import { REPLACE } from '#words/review/review-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { momentIn } from '#app/http/forms/moment-form.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { answerable, errorAt, putRight, respond } from '#app/http/respond.ts';
import { panelReviewPage } from '#app/queries/review/panel-review-page.ts';
import { PanelReviewView } from '#app/ui/review/panel-review-view.tsx';
import { RatingsDateConfirmView } from '#app/ui/review/ratings-date-confirm-view.tsx';
import { reviewKeepingText } from '#words/review/panel-problem.ts';
import { stepProblemText } from '#words/step-problem.ts';
import { replaceMember, type ReplaceProblem } from '#app/use-cases/review/replace-member.ts';
import { type RatingsDateProblem, setRatingsDate } from '#app/use-cases/review/set-ratings-date.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/panel-review';

export const door = { policy: 'administrator' } satisfies Door;

const text = z.string().max(20_000).default('');
const KeepingForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('date'), why: text, confirmed: text }),
  z.object({
    intent: z.literal('replace'),
    member: z.string().min(1, REPLACE.chooseWhoGoes).max(100),
    person: z.string().min(1, REPLACE.chooseWhoComes).max(100),
    statistics: z.literal('yes').optional(),
    reason: text,
  }),
]);

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await panelReviewPage(services, actor, params);
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { panel: panelId, review: reviewId } = params;
  const parsed = parseForm(await request.formData(), KeepingForm);
  const { typed } = parsed;
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const { value } = parsed;
  const date = value.intent === 'date' ? momentIn(typed, 'date') : null;
  if (date !== null && !date.ok) {
    const errors: Record<string, string> = { date: stepProblemText(date.problem) };
    return putRight({ errors, typed });
  }
  const kept =
    value.intent === 'date'
      ? await setRatingsDate(services, actor, {
          panelId,
          reviewId,
          ratingsDueAt: date?.value ?? '',
          reason: value.why,
          confirmed: value.confirmed,
        })
      : await replaceMember(services, actor, {
          panelId,
          reviewId,
          memberId: value.member,
          userId: value.person,
          statistics: value.statistics === 'yes',
          reason: value.reason,
        });
  if (kept.ok) {
    throw redirect(
      withNotice(
        addressOf('/admin/panels/:panel/reviews/:review', { panel: panelId, review: reviewId }),
        `review-${value.intent}`,
      ),
      303,
    );
  }
  const problem = answerable(kept.problem);
  if (problem.code === 'to-confirm') {
    const { confirm, isSecond } = problem;
    const ratingsDueAt = date?.value ?? '';
    return { confirm: { confirm, isSecond, ratingsDueAt }, errors: {}, typed };
  }
  return respond(problem, (it) => ({
    errors: errorAt(it, reviewKeepingText(it), fieldOf(it, value.intent)),
    typed,
  }));
}

function fieldOf({ code }: RatingsDateProblem | ReplaceProblem, intent: string): string {
  switch (code) {
    case 'due-in-the-past':
    case 'date-unchanged':
      return 'date';
    case 'reason-wrong':
      return intent === 'date' ? 'why' : 'reason';
    case 'no-such-member':
    case 'has-sealed':
    case 'ratings-not-due':
      return 'member';
    case 'no-candidate':
    case 'sits-already':
    case 'was-replaced':
    case 'conflict-found':
      return 'person';
    case 'statistics-needed':
      return 'statistics';
    default:
      return '';
  }
}

export default function PanelReview({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData !== undefined && 'confirm' in actionData) {
    return <RatingsDateConfirmView page={loaderData} asked={actionData} />;
  }
  return <PanelReviewView page={loaderData} refused={actionData ?? null} />;
}
