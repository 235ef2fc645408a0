import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import type { z } from 'zod';
import type { AssessmentPlace } from '#app/domain/policy/assessment.ts';
import { TeamForm } from '#app/http/forms/invitation-form.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { assessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { teamPage } from '#app/queries/assessment/team-page.ts';
import { TeamView } from '#app/ui/assessment/team-view.tsx';
import { togetherProblemText } from '#words/people/together-problem.ts';
import { assignCriteria } from '#app/use-cases/assessment/assign-criteria.ts';
import { revokeInvitation, sendInvitationAgain } from '#app/use-cases/people/change-invitation.ts';
import { invitePerson } from '#app/use-cases/people/invite-person.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/team';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const page = await teamPage(services, actor, view);
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { id, place } = await assessmentOrNotFound(context, params.id);
  const parsed = parseForm(await request.formData(), TeamForm);
  const { typed } = parsed;
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const { done, result } = await perform(context, parsed.value, { id, place });
  if (result.ok) throw redirect(withNotice(addressOf('/assessments/:id/team', { id }), done), 303);
  const field = parsed.value.intent === 'invite' ? 'email' : '';
  return respond(result.problem, (problem) => ({
    errors: errorAt(problem, togetherProblemText(problem), field),
    typed,
  }));
}

async function perform(
  context: Route.ActionArgs['context'],
  form: z.output<typeof TeamForm>,
  { id, place }: { readonly id: string; readonly place: AssessmentPlace },
) {
  const { services, actor } = signedIn(context);
  switch (form.intent) {
    case 'invite': {
      const { email, role } = form;
      const result = await invitePerson(services, actor, { email, membership: { role, ...place } });
      return { done: 'invitation-sent' as const, result };
    }
    case 'again':
      return {
        done: 'invitation-sent' as const,
        result: await sendInvitationAgain(services, actor, form),
      };
    case 'revoke':
      return {
        done: 'invitation-revoked' as const,
        result: await revokeInvitation(services, actor, form),
      };
    case 'assign': {
      const { person, criteria } = form;
      const command = { assessmentId: id, person, criteria };
      return { done: 'assigned' as const, result: await assignCriteria(services, actor, command) };
    }
    default:
      return form satisfies never;
  }
}

export default function Team({ loaderData, actionData }: Route.ComponentProps) {
  return <TeamView page={loaderData} refused={actionData ?? null} />;
}
