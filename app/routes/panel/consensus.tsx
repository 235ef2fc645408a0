import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import type { Typed } from '#app/http/forms/parse-form.ts';
import { signedIn } from '#app/http/door/require.ts';
import { besideTheirs, errorAt, putRight, respond } from '#app/http/respond.ts';
import { consensusPage } from '#app/queries/review/discussion-page.ts';
import { ConsensusView } from '#app/ui/review/consensus-view.tsx';
import { reviewProblemText } from '#words/review/review-problem.ts';
import {
  addReviewNote,
  agreeCriterion,
  type AgreeProblem,
  type NoteProblem,
} from '#app/use-cases/review/discuss-review.ts';
import { AGREE_FIELDS, draftOf } from '#app/domain/review/meeting-draft.ts';
import { keepReviewDraft, type KeepDraftProblem } from '#app/use-cases/review/keep-review-draft.ts';
import { withNotice } from '#words/kit/notices.ts';
import { atChoice } from './choice.ts';
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
  if (!read.ok) return putRight({ errors: read.errors, typed, conflict: null });
  const { draft, note: text } = read;
  const here = addressOf('/reviews/:review/discussion', { review: reviewId });
  if (read.intent === 'tick') {
    const kept = await keepReviewDraft(services, actor, {
      reviewId,
      place: criterion,
      texts: draftOf(typed, AGREE_FIELDS),
      read: { draft: draft?.read.draft ?? 0, agreed: read.agreed.readVersion },
    });
    if (kept.ok) throw redirect(`${here}/${criterion}#rating`, 303);
    return refusedMeeting(kept.problem, 'rating', typed);
  }
  if (read.intent === 'note') {
    const command = { reviewId, criterion, text, ...(draft === null ? {} : { form: draft }) };
    const noted = await addReviewNote(services, actor, command);
    if (noted.ok) throw redirect(withNotice(`${here}/${criterion}`, 'note-added'), 303);
    return refusedMeeting(noted.problem, 'text', typed);
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
  return refusedMeeting(agreed.problem, 'reason', typed);
}

/** The page with the form again: the problem at its field, or both versions. */
function refusedMeeting(
  problem: NoteProblem | AgreeProblem | KeepDraftProblem,
  field: string,
  typed: Typed,
) {
  return respond(problem, (it) => ({
    ...besideTheirs(it, {
      theirs: (saved) => saved,
      errors: (other) => {
        const text = reviewProblemText(other);
        const isReason = other.code === 'not-complete' && other.lacks === 'reason';
        return isReason ? { reason: text } : atChoice(errorAt(other, text, field), typed);
      },
    }),
    typed,
  }));
}

export default function Consensus({ loaderData, actionData }: Route.ComponentProps) {
  return <ConsensusView page={loaderData} refused={actionData ?? null} />;
}
