import { data, redirect } from 'react-router';
import { z } from 'zod';
import { actorContext, servicesContext } from '#app/http/contexts.ts';
import { parseForm } from '#app/http/parse-form.ts';
import { headersOfAction, refusedForm } from '#app/http/refused-form.ts';
import { notFound } from '#app/http/require.ts';
import { PASSWORD_LENGTH } from '#app/identity/auth.ts';
import { invitationPage } from '#app/queries/invitation-page.ts';
import { InvitationView } from '#app/ui/invitation-view.tsx';
import { togetherProblemText } from '#app/ui/together-problem-text.ts';
import { acceptInvitation, type AcceptProblem } from '#app/use-cases/accept-invitation.ts';
import { linkId } from '#app/use-cases/create-password-link.ts';
import type { Route } from './+types/invitation';

export const policy = 'public';

export const headers = headersOfAction;

const NewAccount = z.object({
  email: z.string({ error: 'Enter your email address' }).max(320),
  name: z.string({ error: 'Enter your name' }).max(200, { error: 'Shorten your name' }),
  password: z.string({ error: 'Enter a password' }).max(20_000),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const page = await invitationPage(services, context.get(actorContext), linkId(params.token));
  if (page === null) throw notFound();
  return { ...page, token: params.token, least: PASSWORD_LENGTH.least };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { token } = params;
  const actor = context.get(actorContext);
  const form = await request.formData();
  const parsed = form.get('intent') === 'accept' ? null : parseForm(form, NewAccount);
  if (parsed !== null && !parsed.ok) {
    return data({ errors: parsed.errors, typed: shown(parsed.typed) }, { status: 422 });
  }
  const account = parsed?.value ?? null;
  const result = await acceptInvitation(context.get(servicesContext), actor, { token, account });
  if (result.ok) {
    const next = result.value.isNew ? '/sign-in?done=account-made' : '/?done=invitation-accepted';
    throw redirect(next, 303);
  }
  const { problem } = result;
  if (problem.code === 'invitation-unknown') throw notFound();
  const errors = { [fieldOf(problem)]: togetherProblemText(problem) };
  return data({ errors, typed: shown(parsed?.typed ?? {}) }, refusedForm(problem));
}

/** What comes back to the page; never a password. */
function shown({ email = '', name = '' }: Readonly<Record<string, string>>) {
  return { email, name };
}

function fieldOf({ code }: AcceptProblem): string {
  if (code.startsWith('password') || code === 'busy') return 'password';
  if (code === 'name-missing') return 'name';
  return code === 'other-address' ? 'email' : '';
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  return <InvitationView page={loaderData} refused={actionData ?? null} />;
}
