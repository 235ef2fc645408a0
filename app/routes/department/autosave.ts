import { SAVED } from '#words/assessment/assessment-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { readAnswerForm } from '#app/http/forms/parse-answer.ts';
import { keptAnswer, notKept } from '#app/http/door/kept-answer.ts';
import { signedIn } from '#app/http/door/require.ts';
import { clockTime } from '#words/kit/time.ts';
import { problemText } from '#words/problem-text.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import type { Route } from './+types/autosave';

export const door = { policy: 'person' } satisfies Door;

// What ui/kit/typing/keep-saved.ts sends while someone types: the same form, the same decision, an answer in JSON.
export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const read = readAnswerForm(await request.formData());
  if (!read.ok) {
    return notKept('form-wrong', Object.values(read.errors)[0] ?? '');
  }
  const command = { ...read.value, assessmentId: params.id, criterion: params.criterion };
  const result = await answerCriterion(services, actor, command);
  if (result.ok) {
    const at = clockTime(services.clock().toISOString());
    return keptAnswer(result.value.version, SAVED.at(at));
  }
  const { problem } = result;
  if (problem.code === 'changed-meanwhile') {
    const message = SAVED.byElse;
    return notKept(problem.code, message);
  }
  return notKept(problem.code, problemText(problem));
}
