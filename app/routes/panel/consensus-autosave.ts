import { KEPT } from '#words/review/review-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import type { Door } from '#app/http/door/door.ts';
import { keptAnswer, notKept } from '#app/http/door/kept-answer.ts';
import { signedIn } from '#app/http/door/require.ts';
import { reviewProblemText } from '#words/review/review-problem.ts';
import { clockTime } from '#words/kit/time.ts';
import { keepReviewDraft } from '#app/use-cases/review/keep-review-draft.ts';
import { readMeetingForm } from './meeting-form.ts';
import type { Route } from './+types/consensus-autosave';

export const door = { policy: 'person' } satisfies Door;

// What ui/kit/typing/keep-saved.ts sends while somebody types in the meeting. It stays a draft of theirs: a button gives it.
export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { review: reviewId, criterion: place } = params;
  const read = readMeetingForm(await request.formData());
  if (!read.ok) return notKept('form-wrong', Object.values(read.errors)[0] ?? '');
  if (read.draft === null) return notKept('form-wrong', LABEL.formNotRead);
  const kept = await keepReviewDraft(services, actor, { reviewId, place, ...read.draft });
  if (!kept.ok) return notKept(kept.problem.code, `${reviewProblemText(kept.problem)}.`);
  const at = clockTime(services.clock().toISOString());
  return keptAnswer(kept.value.version, KEPT.draftAt(at));
}
