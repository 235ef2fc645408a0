import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { sessionContext } from '#app/http/door/contexts.ts';
import { typedIn, type Typed } from '#app/http/forms/parse-form.ts';
import { proofIn } from '#app/http/forms/proof-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, headersOfAction, respond } from '#app/http/respond.ts';
import { secondFactorPage } from '#app/queries/accounts/account-page.ts';
import { proofAsked } from '#app/queries/accounts/proof.ts';
import { identityProblemText } from '#words/accounts/proof-problem.ts';
import { INTERACTIVE } from '#app/ui/kit/interactive.ts';
import { qrPath } from '#app/ui/kit/qr-path.ts';
import { SecondFactorView } from '#app/ui/accounts/second-factor-view.tsx';
import {
  beginAuthenticator,
  type ChangeFactorProblem,
  finishAuthenticator,
  removeAuthenticator,
  renewRecoveryCodes,
} from '#app/use-cases/accounts/change-authenticator.ts';
import { cancelFactorReset } from '#app/use-cases/accounts/reset-factor.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/set-up-factor';

export const door = { policy: 'person', ownAccount: true, beforeFactor: true } satisfies Door;

export const headers = headersOfAction;

export const handle = INTERACTIVE;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await secondFactorPage(services, actor);
  return {
    ...page,
    qr: page.shown === null ? null : qrPath(page.shown.uri),
    proof: await proofAsked(services, actor, context.get(sessionContext)),
    done: new URL(request.url).searchParams.get('done'),
  };
}

type Args = Pick<Route.ActionArgs, 'request' | 'context'>;

export async function action({ request, context }: Route.ActionArgs) {
  const typed = typedIn(await request.formData());
  switch (typed['intent']) {
    case 'begin':
      return begin(typed, { request, context });
    case 'finish':
      return finish(typed, { request, context });
    case 'remove':
      return remove(typed, { request, context });
    case 'codes':
      return codes(typed, { request, context });
    case 'keep': {
      const { services, actor } = signedIn(context);
      const kept = await cancelFactorReset(services, actor, actor.id);
      throw redirect(
        kept.ok
          ? withNotice(addressOf('/account/second-factor'), 'factor-kept')
          : addressOf('/account/second-factor'),
        303,
      );
    }
    default:
      throw notFound();
  }
}

async function begin(typed: Typed, { request, context }: Args) {
  const { services, actor } = signedIn(context);
  const begun = await beginAuthenticator(services, actor, proofIn(typed, { request, context }));
  if (begun.ok) throw redirect(addressOf('/account/second-factor'), 303);
  return refusedWith(begun.problem);
}

async function finish(typed: Typed, { context }: Args) {
  const { services, actor } = signedIn(context);
  const session = context.get(sessionContext)?.id ?? '';
  const code = typed['code'] ?? '';
  const finished = await finishAuthenticator(services, actor, { code, session });
  return finished.ok ? data({ codes: finished.value }) : refusedWith(finished.problem);
}

async function remove(typed: Typed, { request, context }: Args) {
  const { services, actor } = signedIn(context);
  const removed = await removeAuthenticator(services, actor, proofIn(typed, { request, context }));
  if (removed.ok) throw redirect(withNotice(addressOf('/account'), 'factor-removed'), 303);
  return refusedWith(removed.problem);
}

async function codes(typed: Typed, { request, context }: Args) {
  const { services, actor } = signedIn(context);
  const renewed = await renewRecoveryCodes(services, actor, proofIn(typed, { request, context }));
  return renewed.ok ? data({ codes: renewed.value }) : refusedWith(renewed.problem);
}

function refusedWith(problem: ChangeFactorProblem) {
  return respond(problem, (it) => ({ errors: errorAt(it, identityProblemText(it), 'password') }));
}

export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const codesMade = actionData && 'codes' in actionData ? actionData.codes : null;
  const errors = actionData && 'errors' in actionData ? actionData.errors : null;
  return <SecondFactorView page={loaderData} codes={codesMade} errors={errors} />;
}
