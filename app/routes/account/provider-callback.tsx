import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect, type RouterContextProvider } from 'react-router';
import { CONFIRMED_MINUTES } from '#app/domain/policy/proof.ts';
import type { Asked } from '#app/domain/policy/provider.ts';
import { browserOf, cookiesOfSession } from '#app/http/door/browser.ts';
import { actorContext, servicesContext, sessionContext } from '#app/http/door/contexts.ts';
import { askedOfProvider, providerCookie } from '#app/http/door/provider-cookie.ts';
import { forgetOne } from '#app/http/door/short-cookie.ts';
import { secondStepCookie } from '#app/http/door/second-step-cookie.ts';
import { statusOf } from '#app/http/respond.ts';
import { AtProviderRefused } from '#app/ui/accounts/at-provider-refused.tsx';
import { type AtProviderProblem, providerProblemText } from '#words/accounts/provider-problem.ts';
import { confirmAtProvider } from '#app/use-cases/accounts/confirm-at-provider.ts';
import { linkProvider } from '#app/use-cases/accounts/link-provider.ts';
import {
  type Believed,
  providerAnswer,
  signInAtProvider,
} from '#app/use-cases/accounts/sign-in-at-provider.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/provider-callback';

export const door = { policy: 'public', beforeFactor: true } satisfies Door;

type Came = {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
  readonly asked: Asked;
};

export async function loader({ request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const asked = askedOfProvider(request, services);
  if (asked === null) return refusedPage(services.config, 'sign-in', NOT_ASKED);
  const came = new URL(`${services.config.origin}${new URL(request.url).pathname}`);
  came.search = new URL(request.url).search;
  const answer = await providerAnswer(services, { asked, came });
  const { kind } = asked.purpose;
  if (!answer.ok) return refusedPage(services.config, kind, answer.problem);
  const problem = await perform({ request, context, asked }, answer.value);
  return refusedPage(services.config, kind, problem);
}

const NOT_ASKED = { code: 'provider', fault: 'not-asked' } as const;

type Kind = Asked['purpose']['kind'];

function refusedPage({ origin }: { origin: string }, kind: Kind, problem: AtProviderProblem) {
  const headers = { 'Set-Cookie': forgetOne('provider', { origin }) };
  const status = statusOf(problem.code);
  return data({ kind, error: providerProblemText(problem) }, { status, headers });
}

/** Goes on where the person wanted to go; what comes back is why not. */
async function perform(came: Came, believed: Believed): Promise<AtProviderProblem> {
  const { purpose } = came.asked;
  if (purpose.kind === 'link' || purpose.kind === 'confirm') return signedIn(came, believed);
  const { request, context } = came;
  const services = context.get(servicesContext);
  const browser = await browserOf({ request, context });
  const result = await signInAtProvider(services, { purpose, believed, browser });
  if (!result.ok) return result.problem;
  const next = purpose.kind === 'sign-in' ? purpose.next : withNotice('/', 'invitation-accepted');
  if (result.value.kind === 'second-step') {
    const headers = new Headers(secondStepCookie(services, result.value.ticket));
    headers.append('Set-Cookie', forgetOne('provider', services.config));
    const to = `${addressOf('/sign-in/code')}?next=${encodeURIComponent(next)}`;
    throw redirect(to, { status: 303, headers });
  }
  const headers = await cookiesOfSession({ request, context }, result.value);
  throw redirect(next, { status: 303, headers });
}

/** For somebody who is signed in, in the very session that asked. */
async function signedIn({ context, asked }: Came, believed: Believed): Promise<AtProviderProblem> {
  const services = context.get(servicesContext);
  const actor = context.get(actorContext);
  const session = context.get(sessionContext)?.id;
  const { purpose } = asked;
  if (purpose.kind !== 'link' && purpose.kind !== 'confirm') return NOT_ASKED;
  if (actor?.id !== purpose.person || session !== purpose.session) return NOT_ASKED;
  const forget = { 'Set-Cookie': forgetOne('provider', services.config) };
  if (purpose.kind === 'link') {
    const linked = await linkProvider(services, actor, believed);
    if (!linked.ok) return linked.problem;
    throw redirect(withNotice(addressOf('/account/provider'), 'provider-linked'), {
      status: 303,
      headers: forget,
    });
  }
  const confirmed = await confirmAtProvider(services, actor, { session, ...believed });
  if (!confirmed.ok) return confirmed.problem;
  const half = providerCookie(services, JSON.stringify({ confirming: session }), CONFIRMED_MINUTES);
  const headers = confirmed.value === 'needs-code' ? half : forget;
  throw redirect(addressOf('/account/confirm-at-provider'), { status: 303, headers });
}

export default function ProviderCallback({ loaderData }: Route.ComponentProps) {
  return <AtProviderRefused {...loaderData} />;
}
