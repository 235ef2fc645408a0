import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { SEATS } from '#app/domain/review/panel-size.ts';
import { momentIn } from '#app/http/forms/moment-form.ts';
import { parseForm, type Typed } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { panelPage } from '#app/queries/review/panels-page.ts';
import { PanelView } from '#app/ui/review/panel-view.tsx';
import { panelProblemText } from '#words/review/panel-problem.ts';
import { stepProblemText } from '#words/step-problem.ts';
import { seatMember, unseatMember } from '#app/use-cases/review/build-panel.ts';
import { reopenReview } from '#app/use-cases/review/correct-decision.ts';
import { openReview } from '#app/use-cases/review/open-review.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/panel-seats';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'administrator' } satisfies Door;

const id = z.string({ error: FORM.one }).max(100);
const PanelForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('seat'),
    person: id,
    seat: z.enum(SEATS, { error: FORM.seat }),
    statistics: z.literal('yes').optional(),
  }),
  z.object({ intent: z.literal('unseat'), person: id }),
  z.object({ intent: z.literal('submission'), submission: id }),
  z.object({ intent: z.literal('reopen'), review: id }),
]);

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await panelPage(services, actor, params.panel);
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

/** The date for the ratings; none where nothing is typed. */
function ratingsDue(typed: Typed) {
  const parts = ['day', 'month', 'year', 'time'].map((part) => typed[`due-${part}`] ?? '');
  return parts.every((part) => part.trim() === '') ? null : momentIn(typed, 'due');
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { panel: panelId } = params;
  const parsed = parseForm(await request.formData(), PanelForm);
  const { typed } = parsed;
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const { value } = parsed;
  const due = ratingsDue(typed);
  if (value.intent === 'submission' && due !== null && !due.ok) {
    const errors: Record<string, string> = { due: stepProblemText(due.problem) };
    return putRight({ errors, typed });
  }
  const result = await (() => {
    switch (value.intent) {
      case 'seat': {
        const { person: userId, seat, statistics } = value;
        const command = { panelId, userId, seat, statistics: statistics === 'yes' };
        return seatMember(services, actor, command);
      }
      case 'unseat':
        return unseatMember(services, actor, { panelId, userId: value.person });
      case 'submission':
        return openReview(services, actor, {
          panelId,
          submissionId: value.submission,
          ratingsDueAt: due?.ok === true ? due.value : null,
        });
      case 'reopen':
        return reopenReview(services, actor, { reviewId: value.review });
      default:
        return value satisfies never;
    }
  })();
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/admin/panels/:panel', { panel: panelId }), `panel-${value.intent}`),
      303,
    );
  const field = { seat: 'person', unseat: '', submission: 'submission', reopen: '' }[value.intent];
  return respond(result.problem, (problem) => ({
    errors: errorAt(
      problem,
      panelProblemText(problem),
      problem.code === 'due-in-the-past' ? 'due' : field,
    ),
    typed,
  }));
}

export default function Panel({ loaderData, actionData }: Route.ComponentProps) {
  return <PanelView page={loaderData} refused={actionData ?? null} />;
}
