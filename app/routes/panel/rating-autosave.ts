import { KEPT } from '#words/review/review-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { signedIn } from '#app/http/door/require.ts';
import { keptAnswer, notKept } from '#app/http/door/kept-answer.ts';
import { lacksText } from '#words/review/lacks-text.ts';
import { rateProblemText } from '#words/review/review-problem.ts';
import { clockTime } from '#words/kit/time.ts';
import { rateCriterion } from '#app/use-cases/review/rate-criterion.ts';
import { readRatingForm } from './rating-form.ts';
import type { Route } from './+types/rating-autosave';

export const door = { policy: 'person' } satisfies Door;

// What ui/kit/typing/keep-saved.ts sends while a reviewer types: the same form, the same decision, an answer in JSON.
export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { review: reviewId, criterion } = params;
  const read = readRatingForm(await request.formData());
  if (!read.ok) return notKept('form-wrong', Object.values(read.errors)[0] ?? '');
  const rated = await rateCriterion(services, actor, { ...read.value, reviewId, criterion });
  if (!rated.ok) return notKept(rated.problem.code, `${rateProblemText(rated.problem)}.`);
  const { version, lacks } = rated.value;
  const at = clockTime(services.clock().toISOString());
  return keptAnswer(version, KEPT.ratingAt(at, lacks === null ? '' : `. ${lacksText(lacks)}`));
}
