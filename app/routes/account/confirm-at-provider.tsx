import { CONFIRM_AT_PROVIDER } from '#words/accounts/accounts-pages.ts';
import { data } from 'react-router';
import type { Door } from '#app/http/door/door.ts';
import { sessionContext } from '#app/http/door/contexts.ts';
import { keptForProvider, providerCookie } from '#app/http/door/provider-cookie.ts';
import { signedIn } from '#app/http/door/require.ts';
import { forgetOne } from '#app/http/door/short-cookie.ts';
import { putRight, respond } from '#app/http/respond.ts';
import { AtProviderRefused } from '#app/ui/accounts/at-provider-refused.tsx';
import { ConfirmedView, ConfirmingCode } from '#app/ui/accounts/confirmed-view.tsx';
import { GoingToProvider } from '#app/ui/accounts/going-to-provider.tsx';
import { identityProblemText } from '#words/accounts/proof-problem.ts';
import { providerProblemText } from '#words/accounts/provider-problem.ts';
import { askOwnProvider } from '#app/use-cases/accounts/ask-provider.ts';
import { confirmWithCode } from '#app/use-cases/accounts/confirm-at-provider.ts';
import type { Route } from './+types/confirm-at-provider';

export const door = { policy: 'person', ownAccount: true, beforeFactor: true } satisfies Door;

export function loader({ request, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const session = context.get(sessionContext);
  const waiting = keptForProvider(request, services) === confirming(session?.id);
  return { state: waiting ? 'code' : session?.confirmedAt == null ? 'nothing' : 'confirmed' };
}

function confirming(session: string | undefined): string {
  return JSON.stringify({ confirming: session });
}

// The form of any page that asks who one is arrives here, with all its fields, in a window beside it.
export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const session = context.get(sessionContext)?.id ?? '';
  const form = await request.formData();
  if (form.get('half') === 'code') {
    if (keptForProvider(request, services) !== confirming(session)) {
      return putRight({ error: AGAIN });
    }
    const code = String(form.get('code') ?? '').slice(0, 100);
    const result = await confirmWithCode(services, actor, { session, code });
    if (!result.ok) return respond(result.problem, (it) => ({ code: identityProblemText(it) }));
    const headers = { 'Set-Cookie': forgetOne('provider', services.config) };
    return data({ confirmed: true as const }, { headers });
  }
  const sent = await askOwnProvider(services, actor, { kind: 'confirm', session });
  if (!sent.ok) return respond(sent.problem, (it) => ({ error: providerProblemText(it) }));
  const { kept, ...going } = sent.value;
  return data({ going }, { headers: providerCookie(services, kept) });
}

const AGAIN = CONFIRM_AT_PROVIDER.tooLong;
const NOTHING = CONFIRM_AT_PROVIDER.nothing;

export default function ConfirmAtProvider({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData === undefined) {
    if (loaderData.state === 'code') return <ConfirmingCode error={null} />;
    if (loaderData.state === 'confirmed') return <ConfirmedView />;
    return <AtProviderRefused kind="confirm" error={NOTHING} />;
  }
  if ('going' in actionData) return <GoingToProvider {...actionData.going} />;
  if ('confirmed' in actionData) return <ConfirmedView />;
  if ('code' in actionData) return <ConfirmingCode error={actionData.code} />;
  return <AtProviderRefused kind="confirm" error={actionData.error} />;
}
