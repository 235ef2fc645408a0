import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect, type RouterContextProvider } from 'react-router';
import { z } from 'zod';
import { actorContext, servicesContext } from '#app/http/door/contexts.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { providerCookie } from '#app/http/door/provider-cookie.ts';
import { notFound } from '#app/http/door/require.ts';
import { headersOfAction, putRight, respond } from '#app/http/respond.ts';
import { PASSWORD_LENGTH } from '#app/identity/auth.ts';
import { invitationPage } from '#app/queries/people/invitation-page.ts';
import { GoingToProvider } from '#app/ui/accounts/going-to-provider.tsx';
import { InvitationView } from '#app/ui/people/invitation-view.tsx';
import { providerProblemText } from '#words/accounts/provider-problem.ts';
import { togetherProblemText } from '#words/people/together-problem.ts';
import { acceptAtProvider } from '#app/use-cases/accounts/accept-at-provider.ts';
import { acceptInvitation } from '#app/use-cases/accounts/accept-invitation.ts';
import { linkId } from '#app/use-cases/accounts/create-password-link.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/accept-invitation';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'public', secret: true } satisfies Door;

export const headers = headersOfAction;

const NewAccount = z.object({
  email: z.string({ error: FORM.ownAddress }).max(320),
  name: z.string({ error: FORM.ownName }).max(200, { error: FORM.shorterOwnName }),
  password: z.string({ error: FORM.password }).max(20_000),
});

const AtProvider = NewAccount.omit({ password: true }).extend({ provider: z.string().default('') });

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
  if (form.get('intent') === 'provider') return atProvider(context, token, form);
  const parsed = form.get('intent') === 'accept' ? null : parseForm(form, NewAccount);
  if (parsed !== null && !parsed.ok) {
    return putRight({ errors: parsed.errors, typed: shown(parsed.typed) });
  }
  const account = parsed?.value ?? null;
  const result = await acceptInvitation(context.get(servicesContext), actor, { token, account });
  if (result.ok) {
    const next = result.value.isNew
      ? withNotice(addressOf('/sign-in'), 'account-made')
      : withNotice('/', 'invitation-accepted');
    throw redirect(next, 303);
  }
  const { problem } = result;
  if (problem.code === 'invitation-unknown') throw notFound();
  return respond(problem, (it) => ({
    errors: { [fieldOf(it)]: togetherProblemText(it) },
    typed: shown(parsed?.typed ?? {}),
  }));
}

/** To the provider of the organisation, where the new person will sign in from now on. */
async function atProvider(context: Readonly<RouterContextProvider>, token: string, form: FormData) {
  const services = context.get(servicesContext);
  const parsed = parseForm(form, AtProvider);
  const typed = shown(parsed.typed);
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const { provider, ...person } = parsed.value;
  const sent = await acceptAtProvider(services, { token, provider, ...person });
  if (sent.ok) {
    const { kept, ...going } = sent.value;
    return data({ going }, { headers: providerCookie(services, kept) });
  }
  const { problem } = sent;
  if (problem.code === 'invitation-unknown') throw notFound();
  return respond(problem, (it) => ({ errors: { [fieldOf(it)]: providerProblemText(it) }, typed }));
}

/** What comes back to the page; never a password. */
function shown({ email = '', name = '' }: Readonly<Record<string, string>>) {
  return { email, name };
}

function fieldOf({ code }: { readonly code: string }): string {
  if (code.startsWith('password') || code === 'busy') return 'password';
  if (code === 'name-missing' || code === 'name-taken') return 'name';
  return code === 'other-address' ? 'email' : '';
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && 'going' in actionData) return <GoingToProvider {...actionData.going} />;
  return <InvitationView page={loaderData} refused={actionData ?? null} />;
}
