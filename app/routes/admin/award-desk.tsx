import { AWARD_DESK } from '#words/award/award-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { OBJECTION_OUTCOMES } from '#app/domain/award/objection.ts';
import { typedIn, type Typed } from '#app/http/forms/parse-form.ts';
import { altered, notFound, signedIn } from '#app/http/door/require.ts';
import { answerable, putRight, respond } from '#app/http/respond.ts';
import { awardDesk } from '#app/queries/award/awards-desk.ts';
import { AwardDeskView } from '#app/ui/award/award-desk-view.tsx';
import { awardProblemText } from '#words/award/award-problem-text.ts';
import { londonDay } from '#app/domain/london-day.ts';
import {
  closeObjection,
  type CloseObjectionProblem,
} from '#app/use-cases/award/object-to-award.ts';
import {
  publishAward,
  type PublishProblem,
  withdrawAward,
} from '#app/use-cases/award/publish-award.ts';
import { readReport } from '#app/use-cases/award/read-report.ts';
import { isAwardWhole } from '#app/doors/check-record.ts';
import { type Notice, withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/award-desk';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const today = londonDay(services.clock().toISOString());
  if (!(await isAwardWhole(services, params.award))) throw altered();
  const page = await awardDesk(services, actor, { number: params.award, today });
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const typed = typedIn(await request.formData());
  const number = params.award;
  const back = (done: Notice) =>
    redirect(withNotice(addressOf('/admin/awards/:award', { award: number }), done), 303);
  switch (typed['intent']) {
    case 'publish': {
      if (typed['read'] !== 'yes') {
        return notYet(typed, 'read', AWARD_DESK.confirmRead);
      }
      const published = await publishAward(services, actor, { number });
      if (published.ok) throw back('award-published');
      return refusal(published.problem, 'read', typed);
    }
    case 'withdraw': {
      const reason = typed['reason'] ?? '';
      const withdrawn = await withdrawAward(services, actor, { number, reason });
      if (withdrawn.ok) throw back('award-withdrawn');
      return refusal(withdrawn.problem, 'reason', typed);
    }
    case 'read-report': {
      const report = typed['report'] ?? '';
      const read = await readReport(services, actor, { number, report });
      if (read.ok) throw back('report-read');
      throw answerable(read.problem);
    }
    default: {
      const objection = typed['objection'] ?? '';
      const field = `reason-${objection}`;
      const outcome = OBJECTION_OUTCOMES.find((known) => known === typed['outcome']);
      if (outcome === undefined) {
        return notYet(typed, `outcome-${objection}`, AWARD_DESK.chooseOutcome);
      }
      const command = { number, objection, outcome, reason: typed[field] ?? '' };
      const closed = await closeObjection(services, actor, command);
      if (closed.ok) throw back('objection-closed');
      return refusal(closed.problem, field, typed);
    }
  }
}

function notYet(typed: Typed, field: string, text: string) {
  return putRight({ errors: { [field]: text }, typed });
}

function refusal(problem: PublishProblem | CloseObjectionProblem, field: string, typed: Typed) {
  return respond(problem, (it) => ({ errors: { [field]: awardProblemText(it) }, typed }));
}

export default function Award({ loaderData, actionData }: Route.ComponentProps) {
  return <AwardDeskView page={loaderData} refused={actionData ?? null} />;
}
