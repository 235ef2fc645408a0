import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import type { z } from 'zod';
import { InvitationForm } from '#app/http/forms/invitation-form.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { answerable, errorAt, putRight, respond } from '#app/http/respond.ts';
import { organisationInvitations } from '#app/queries/people/organisation-invitations.ts';
import { InvitationsView } from '#app/ui/people/invitations-view.tsx';
import { togetherProblemText } from '#words/people/together-problem.ts';
import { revokeInvitation, sendInvitationAgain } from '#app/use-cases/people/change-invitation.ts';
import { invitePerson } from '#app/use-cases/people/invite-person.ts';
import { askForLead, objectToChange } from '#app/use-cases/people/step-in.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/admin-invitations';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await organisationInvitations(services, actor, params.organisation);
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { organisation } = params;
  const parsed = parseForm(await request.formData(), InvitationForm);
  const { typed } = parsed;
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const { done, result } = await perform(context, organisation, parsed.value);
  if (result.ok)
    throw redirect(
      withNotice(
        addressOf('/admin/organisations/:organisation/invitations', { organisation }),
        done,
      ),
      303,
    );
  const problem = answerable(result.problem);
  const ofForm = ['first', 'step-in'].includes(parsed.value.intent);
  const field = problem.code === 'reason-wrong' ? 'reason' : ofForm ? 'email' : '';
  return respond(problem, (it) => ({
    errors: errorAt(it, togetherProblemText(it), field),
    typed,
  }));
}

async function perform(
  context: Route.ActionArgs['context'],
  organisation: string,
  form: z.output<typeof InvitationForm>,
) {
  const { services, actor } = signedIn(context);
  switch (form.intent) {
    case 'first': {
      const { email, department = null } = form;
      const membership = { role: 'assessment-lead', organisation, department } as const;
      const result = await invitePerson(services, actor, { email, membership });
      return { done: 'invitation-sent' as const, result };
    }
    case 'step-in': {
      const { department = null, email, reason } = form;
      const command = { organisation, department, email, reason };
      return { done: 'step-in-asked' as const, result: await askForLead(services, actor, command) };
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
    case 'stop':
      return {
        done: 'step-in-stopped' as const,
        result: await objectToChange(services, actor, form.change),
      };
    default:
      return form satisfies never;
  }
}

export default function Invitations({ loaderData, actionData }: Route.ComponentProps) {
  return <InvitationsView page={loaderData} refused={actionData ?? null} />;
}
