import { KEPT } from '#words/review/review-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { z } from 'zod';
import type { Door } from '#app/http/door/door.ts';
import { DECISION, draftOf } from '#app/domain/review/meeting-draft.ts';
import { keptAnswer, notKept } from '#app/http/door/kept-answer.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { signedIn } from '#app/http/door/require.ts';
import { reviewProblemText } from '#words/review/review-problem.ts';
import { clockTime } from '#words/kit/time.ts';
import { keepReviewDraft } from '#app/use-cases/review/keep-review-draft.ts';
import type { Route } from './+types/decide-autosave';

export const door = { policy: 'person' } satisfies Door;

const text = z.string().max(100_000).optional();
const DecisionDraft = z.object({
  outcome: text,
  level: text,
  summary: text,
  correction: text,
  draft: z.coerce.number().int().min(0),
});

// What ui/kit/typing/keep-saved.ts sends while the chair writes the decision. It stays a draft: a button records it.
export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const read = parseForm(await request.formData(), DecisionDraft);
  if (!read.ok) return notKept('form-wrong', LABEL.formNotRead);
  const kept = await keepReviewDraft(services, actor, {
    reviewId: params.review,
    place: DECISION,
    texts: draftOf(read.typed),
    read: { draft: read.value.draft, agreed: 0 },
  });
  if (!kept.ok) return notKept(kept.problem.code, `${reviewProblemText(kept.problem)}.`);
  const at = clockTime(services.clock().toISOString());
  return keptAnswer(kept.value.version, KEPT.decisionAt(at));
}
