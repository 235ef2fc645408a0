import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { sessionContext } from '#app/http/door/contexts.ts';
import { localPath } from '#app/http/door/keep-for-later.ts';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { proofIn } from '#app/http/forms/proof-form.ts';
import { providerCookie } from '#app/http/door/provider-cookie.ts';
import { signedIn } from '#app/http/door/require.ts';
import { answerable, errorAt, headersOfAction, respond } from '#app/http/respond.ts';
import { ownProviderPage } from '#app/queries/accounts/own-provider.ts';
import { proofAsked } from '#app/queries/accounts/proof.ts';
import { AccountProviderView } from '#app/ui/accounts/account-provider-view.tsx';
import { GoingToProvider } from '#app/ui/accounts/going-to-provider.tsx';
import { INTERACTIVE } from '#app/ui/kit/interactive.ts';
import { providerProblemText } from '#words/accounts/provider-problem.ts';
import { beginLink, unlinkProvider } from '#app/use-cases/accounts/link-provider.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/account-provider';

export const door = { policy: 'person', ownAccount: true, beforeFactor: true } satisfies Door;

export const headers = headersOfAction;

export const handle = INTERACTIVE;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { searchParams } = new URL(request.url);
  const next = searchParams.get('next');
  return {
    ...(await ownProviderPage(services, actor)),
    proof: await proofAsked(services, actor, context.get(sessionContext)),
    next: next === null ? null : localPath(next),
    done: searchParams.get('done'),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const typed = typedIn(await request.formData());
  const proof = proofIn(typed, { request, context });
  const remove = typed['remove'] ?? '';
  if (remove === '') {
    const sent = await beginLink(services, actor, proof);
    if (!sent.ok) return refusal(sent.problem);
    const { kept, ...going } = sent.value;
    return data({ going }, { headers: providerCookie(services, kept) });
  }
  const result = await unlinkProvider(services, actor, { link: remove, proof });
  if (result.ok)
    throw redirect(withNotice(addressOf('/account/provider'), 'provider-unlinked'), 303);
  return refusal(answerable(result.problem));
}

function refusal(problem: Parameters<typeof providerProblemText>[0]) {
  return respond(problem, (it) => ({ errors: errorAt(it, providerProblemText(it)) }));
}

export default function AccountProvider({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && 'going' in actionData) return <GoingToProvider {...actionData.going} />;
  return <AccountProviderView page={loaderData} errors={actionData?.errors ?? {}} />;
}
