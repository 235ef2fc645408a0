import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import type { Typed } from '#app/http/forms/parse-form.ts';
import { answerable, signedIn } from '#app/http/door/require.ts';
import { consensusPage } from '#app/queries/review/discussion-page.ts';
import { ConsensusView } from '#app/ui/review/consensus-view.tsx';
import { reviewProblemText } from '#words/review/review-problem.ts';
import {
  addReviewNote,
  agreeCriterion,
  type AgreeProblem,
  type NoteProblem,
} from '#app/use-cases/review/discuss-review.ts';
import { withNotice } from '#words/kit/notices.ts';
import { readMeetingForm } from './meeting-form.ts';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/consensus';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { review: id, criterion } = params;
  const page = reviewed(await consensusPage(services, actor, { id, criterion }), id);
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { review: reviewId, criterion } = params;
  const read = readMeetingForm(await request.formData());
  const { typed } = read;
  if (!read.ok) return data({ errors: read.errors, typed, conflict: null }, { status: 422 });
  const { draft, note: text } = read;
  const here = addressOf('/reviews/:review/discussion', { review: reviewId });
  if (read.intent === 'note') {
    const command = { reviewId, criterion, text, ...(draft === null ? {} : { form: draft }) };
    const noted = await addReviewNote(services, actor, command);
    if (noted.ok) throw redirect(withNotice(`${here}/${criterion}`, 'note-added'), 303);
    return refusedMeeting(answerable(noted.problem), 'text', typed);
  }
  const agreed = await agreeCriterion(services, actor, {
    reviewId,
    criterion,
    ...read.agreed,
    ...(draft === null ? {} : { draft: { read: draft.read.draft, text } }),
  });
  if (agreed.ok) {
    throw redirect(
      withNotice(read.next === '' ? here : `${here}/${read.next}`, 'consensus-saved'),
      303,
    );
  }
  const problem = answerable(agreed.problem);
  const field = ['off-the-scale', 'no-such-choice', 'not-complete'].includes(problem.code)
    ? 'choice'
    : 'reason';
  return refusedMeeting(problem, field, typed);
}

/** The page with the form again: the problem at its field, or both versions. */
function refusedMeeting(problem: NoteProblem | AgreeProblem, field: string, typed: Typed) {
  if (problem.code === 'changed-meanwhile') {
    return data({ errors: {}, typed, conflict: problem }, { status: 409 });
  }
  const errors: Record<string, string> = { [field]: reviewProblemText(problem) };
  const status = problem.code === 'wrong-phase' ? 409 : 422;
  return data({ errors, typed, conflict: null }, { status });
}

export default function Consensus({ loaderData, actionData }: Route.ComponentProps) {
  return <ConsensusView page={loaderData} refused={actionData ?? null} />;
}
