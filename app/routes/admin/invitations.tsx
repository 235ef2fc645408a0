import { data, redirect } from 'react-router';
import { InvitationForm } from '#app/http/invitation-form.ts';
import { parseForm } from '#app/http/parse-form.ts';
import { notFound, signedIn } from '#app/http/require.ts';
import { organisationInvitations } from '#app/queries/administration.ts';
import { InvitationsView } from '#app/ui/invitations-view.tsx';
import { togetherProblemText } from '#app/ui/together-problem-text.ts';
import { revokeInvitation, sendInvitationAgain } from '#app/use-cases/change-invitation.ts';
import { invitePerson } from '#app/use-cases/invite-person.ts';
import type { Route } from './+types/invitations';

export const policy = 'administrator';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await organisationInvitations(services, actor, params.organisation);
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { organisation } = params;
  const parsed = parseForm(await request.formData(), InvitationForm);
  const { typed } = parsed;
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const { value } = parsed;
  const change = value.intent === 'revoke' ? revokeInvitation : sendInvitationAgain;
  const result =
    value.intent === 'invite'
      ? await invitePerson(services, actor, {
          email: value.email,
          membership: { role: value.role, organisation, department: value.department ?? null },
        })
      : await change(services, actor, value);
  const done = value.intent === 'revoke' ? 'invitation-revoked' : 'invitation-sent';
  if (result.ok)
    throw redirect(`/admin/organisations/${organisation}/invitations?done=${done}`, 303);
  if (result.problem.code === 'not-found') throw notFound();
  const field = value.intent === 'invite' ? 'email' : '';
  const errors: Record<string, string> = { [field]: togetherProblemText(result.problem) };
  return data({ errors, typed }, { status: 422 });
}

export default function Invitations({ loaderData, actionData }: Route.ComponentProps) {
  return <InvitationsView page={loaderData} refused={actionData ?? null} />;
}
