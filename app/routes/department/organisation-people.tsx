import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import type { z } from 'zod';
import { OrganisationPeopleForm } from '#app/http/forms/invitation-form.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { organisationPeoplePage } from '#app/queries/people/organisation-people-page.ts';
import { OrganisationPeopleView } from '#app/ui/people/organisation-people-view.tsx';
import { togetherProblemText } from '#words/people/together-problem.ts';
import { revokeInvitation, sendInvitationAgain } from '#app/use-cases/people/change-invitation.ts';
import { invitePerson } from '#app/use-cases/people/invite-person.ts';
import { setContact } from '#app/use-cases/people/set-contact.ts';
import { objectToChange } from '#app/use-cases/people/step-in.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/organisation-people';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await organisationPeoplePage(services, actor, params.organisation);
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { organisation } = params;
  if ((await organisationPeoplePage(services, actor, organisation)) === null) throw notFound();
  const parsed = parseForm(await request.formData(), OrganisationPeopleForm);
  const { typed } = parsed;
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const { done, result } = await perform(context, organisation, parsed.value);
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/organisations/:organisation/people', { organisation }), done),
      303,
    );
  const field = parsed.value.intent === 'invite' ? 'email' : '';
  return respond(result.problem, (problem) => ({
    errors: errorAt(problem, togetherProblemText(problem), field),
    typed,
  }));
}

async function perform(
  context: Route.ActionArgs['context'],
  organisation: string,
  form: z.output<typeof OrganisationPeopleForm>,
) {
  const { services, actor } = signedIn(context);
  switch (form.intent) {
    case 'invite': {
      const { email, role, department = null } = form;
      const membership = { role, organisation, department };
      const result = await invitePerson(services, actor, { email, membership });
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
    case 'stop':
      return {
        done: 'step-in-stopped' as const,
        result: await objectToChange(services, actor, form.change),
      };
    case 'contact': {
      const command = { organisation, email: form.contact };
      return { done: 'contact-set' as const, result: await setContact(services, actor, command) };
    }
    default:
      return form satisfies never;
  }
}

export default function OrganisationPeople({ loaderData, actionData }: Route.ComponentProps) {
  return <OrganisationPeopleView page={loaderData} refused={actionData ?? null} />;
}
