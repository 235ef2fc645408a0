import { FORM_DRAFT } from '#words/kit/form-draft-words.ts';
import type { Door } from '#app/http/door/door.ts';
import { keptAnswer, notKept } from '#app/http/door/kept-answer.ts';
import { signedIn } from '#app/http/door/require.ts';
import { dropFormDraft, keepFormDraft } from '#app/use-cases/assessment/keep-form-draft.ts';
import { problemText } from '#words/problem-text.ts';
import { clockTime } from '#words/kit/time.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import type { Route } from './+types/keep-draft';

export const door = { policy: 'person' } satisfies Door;

// What ui/kit/typing/keep-saved.ts sends while somebody types an action, a comment or what a piece of evidence shows; and
// the button that throws it away, which leads back to its form.
export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { id: assessmentId, place } = params;
  const form = await request.formData();
  const drop = form.get('drop');
  if (typeof drop === 'string') {
    await dropFormDraft(services, actor, { assessmentId, place });
    const inside = addressOf('/assessments/:id', { id: assessmentId });
    throw redirect(drop.startsWith(`${inside}/`) ? drop : inside, 303);
  }
  const texts = [...form].flatMap(([name, text]): [string, string][] =>
    typeof text === 'string' ? [[name, text]] : [],
  );
  const readVersion = Number(form.get('draft') ?? 0) || 0;
  const kept = await keepFormDraft(services, actor, { assessmentId, place, texts, readVersion });
  if (!kept.ok) return notKept(kept.problem.code, problemText(kept.problem));
  return keptAnswer(
    kept.value.version,
    FORM_DRAFT.keptAt(clockTime(services.clock().toISOString())),
  );
}
