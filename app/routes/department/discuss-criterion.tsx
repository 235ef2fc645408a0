import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { anyAssessmentOrNotFound, notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { criterionTogether } from '#app/queries/assessment/together.ts';
import { CommentsView } from '#app/ui/assessment/comments-view.tsx';
import { togetherProblemText } from '#words/people/together-problem.ts';
import { commentOnCriterion } from '#app/use-cases/assessment/comment-on-criterion.ts';
import { resolveComment } from '#app/use-cases/assessment/resolve-comment.ts';
import { formDraft } from '#app/queries/assessment/own-form-draft.ts';
import { dropFormDraft } from '#app/use-cases/assessment/keep-form-draft.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/discuss-criterion';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'person' } satisfies Door;

const CommentForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('add'),
    text: z.string({ error: FORM.comment }).max(100_000),
    mentions: z.array(z.string()).max(1000).default([]),
  }),
  z.object({ intent: z.enum(['resolve', 'reopen']), comment: z.string() }),
]);

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await anyAssessmentOrNotFound(context, params.id);
  const criterion = findCriterion(view.charter, params.criterion);
  if (criterion === undefined) throw notFound();
  const { id, title } = criterion;
  return {
    id: view.id,
    isOfOrganisation: view.isOfOrganisation,
    criterion: { id, title },
    together: await criterionTogether(services, actor, { view, criterion: id }),
    draft: await formDraft(services, actor, { assessmentId: view.id, place: `comment:${id}` }),
    here: new URL(request.url).pathname,
    done: new URL(request.url).searchParams.get('done'),
  };
}

const NOTICE = {
  add: 'comment-added',
  resolve: 'comment-resolved',
  reopen: 'comment-reopened',
} as const;

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { id, criterion } = params;
  const form = await request.formData();
  const parsed = parseForm(form, CommentForm);
  const text = parsed.typed['text'] ?? '';
  const mentions = form.getAll('mentions').filter((value) => typeof value === 'string');
  if (!parsed.ok) return putRight({ errors: parsed.errors, text, mentions });
  const { value } = parsed;
  const result =
    value.intent === 'add'
      ? await commentOnCriterion(services, actor, { assessmentId: id, criterion, ...value })
      : await resolveComment(services, actor, {
          assessmentId: id,
          comment: value.comment,
          resolved: value.intent === 'resolve',
        });
  if (result.ok) {
    if (value.intent === 'add') {
      await dropFormDraft(services, actor, { assessmentId: id, place: `comment:${criterion}` });
    }
    throw redirect(
      withNotice(
        addressOf('/assessments/:id/criteria/:criterion/comments', { id, criterion }),
        NOTICE[value.intent],
      ),
      303,
    );
  }
  return respond(result.problem, (problem) => ({
    errors: errorAt(problem, togetherProblemText(problem), 'text'),
    text,
    mentions,
  }));
}

export default function Comments({ loaderData, actionData }: Route.ComponentProps) {
  return <CommentsView page={loaderData} refused={actionData ?? null} />;
}
