import { readAnswerForm } from '#app/http/answer-form.ts';
import { signedIn } from '#app/http/require.ts';
import { clockTime } from '#app/ui/time.ts';
import { problemText } from '#app/ui/problem-text.ts';
import { answerCriterion } from '#app/use-cases/answer-criterion.ts';
import type { Route } from './+types/autosave';

export const policy = 'person';

// What ui/autosave.ts sends while someone types: the same form, the same decision, an answer in JSON.
export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const read = readAnswerForm(await request.formData());
  if (!read.ok) {
    return Response.json({ message: Object.values(read.errors)[0] ?? '' }, { status: 422 });
  }
  const command = { ...read.value, assessmentId: params.id, criterion: params.criterion };
  const result = await answerCriterion(services, actor, command);
  if (result.ok) {
    const at = clockTime(services.clock().toISOString());
    return Response.json({ version: result.value.version, message: `Saved at ${at}` });
  }
  const { problem } = result;
  if (problem.code === 'changed-meanwhile') {
    const message =
      'Someone else has changed this answer. Your text is still here and is not saved yet: choose ‘Save’ to see both.';
    return Response.json({ message }, { status: 409 });
  }
  const status = { 'not-found': 404, 'not-allowed': 403 }[String(problem.code)] ?? 422;
  return Response.json({ message: problemText(problem) }, { status });
}
