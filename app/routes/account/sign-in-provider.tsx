import { data } from 'react-router';
import type { Door } from '#app/http/door/door.ts';
import { servicesContext, sessionContext } from '#app/http/door/contexts.ts';
import { carriedFields, keptForm, localPath } from '#app/http/door/keep-for-later.ts';
import { providerCookie } from '#app/http/door/provider-cookie.ts';
import { respond } from '#app/http/respond.ts';
import { signInProviders } from '#app/queries/accounts/sign-in-providers.ts';
import { GoingToProvider } from '#app/ui/accounts/going-to-provider.tsx';
import { ProviderListView } from '#app/ui/accounts/provider-list-view.tsx';
import { providerProblemText } from '#words/accounts/provider-problem.ts';
import { SendAgain } from '#app/ui/kit/typing/send-again.tsx';
import { SignInAgainView } from '#app/ui/accounts/sign-in-again-view.tsx';
import { askProvider } from '#app/use-cases/accounts/ask-provider.ts';
import type { Route } from './+types/sign-in-provider';

export const door = { policy: 'public' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const words = (searchParams.get('words') ?? '').slice(0, 200).trim();
  const next = localPath(searchParams.get('next') ?? '/') ?? '/';
  return { found: await signInProviders(context.get(servicesContext), words), words, next };
}

export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const form = await request.formData();
  const kept = keptForm(form);
  // Signed in beside the page that carries a form.
  if (kept !== null && context.get(sessionContext) !== null) return data({ kept });
  if (kept !== null) return data({ carried: carriedFields(kept) }, { status: 401 });
  const next = localPath(String(form.get('next') ?? '/')) ?? '/';
  const provider = String(form.get('provider') ?? '');
  const sent = await askProvider(services, { provider, purpose: { kind: 'sign-in', next } });
  if (!sent.ok) return respond(sent.problem, (it) => ({ next, error: providerProblemText(it) }));
  const { kept: keep, ...going } = sent.value;
  return data({ going }, { headers: providerCookie(services, keep) });
}

export default function SignInProvider({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData === undefined) return <ProviderListView {...loaderData} error={null} />;
  if ('going' in actionData) return <GoingToProvider {...actionData.going} />;
  if ('kept' in actionData) return <SendAgain {...actionData.kept} />;
  if ('carried' in actionData) {
    return <SignInAgainView next="/" lost={null} carried={actionData.carried} providers />;
  }
  return <ProviderListView {...loaderData} {...actionData} />;
}
