import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { sessionContext } from '#app/http/door/contexts.ts';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { passkeyAnswer } from '#app/http/door/passkey-answer.ts';
import { proofIn } from '#app/http/forms/proof-form.ts';
import { signedIn } from '#app/http/door/require.ts';
import { answerable, errorAt, headersOfAction, respond } from '#app/http/respond.ts';
import { passkeysPage } from '#app/queries/accounts/account-page.ts';
import { proofAsked } from '#app/queries/accounts/proof.ts';
import { identityProblemText } from '#words/accounts/proof-problem.ts';
import { INTERACTIVE } from '#app/ui/kit/interactive.ts';
import { PasskeysView } from '#app/ui/accounts/passkeys-view.tsx';
import type { ChangeFactorProblem } from '#app/use-cases/accounts/change-authenticator.ts';
import { addPasskey, removePasskey } from '#app/use-cases/accounts/change-passkeys.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/own-passkeys';

export const door = { policy: 'person', ownAccount: true, beforeFactor: true } satisfies Door;

export const headers = headersOfAction;

export const handle = INTERACTIVE;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  return {
    passkeys: await passkeysPage(services, actor),
    proof: await proofAsked(services, actor, context.get(sessionContext)),
    done: new URL(request.url).searchParams.get('done'),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const typed = typedIn(await request.formData());
  const proof = proofIn(typed, { request, context });
  const passkey = typed['remove'] ?? '';
  const name = typed['name'] ?? '';
  if (passkey !== '') {
    const removed = await removePasskey(services, actor, { passkey, proof });
    if (removed.ok)
      throw redirect(withNotice(addressOf('/account/passkeys'), 'passkey-removed'), 303);
    return refusedWith(answerable(removed.problem), name);
  }
  const given = passkeyAnswer(request, typed['new'], services);
  const added = await addPasskey(services, actor, { ...given, name, proof });
  if (!added.ok) return refusedWith(added.problem, name);
  if (added.value.codes.length > 0) return data({ codes: added.value.codes });
  throw redirect(withNotice(addressOf('/account/passkeys'), 'passkey-added'), 303);
}

function refusedWith(problem: ChangeFactorProblem, name: string) {
  const otherwise = problem.code === 'name-wrong' ? 'name' : '';
  return respond(problem, (it) => ({
    errors: errorAt(it, identityProblemText(it), otherwise),
    name,
  }));
}

export default function Passkeys({ loaderData, actionData }: Route.ComponentProps) {
  const codes = actionData && 'codes' in actionData ? actionData.codes : null;
  const refused = actionData && 'errors' in actionData ? actionData : null;
  return <PasskeysView page={loaderData} codes={codes} refused={refused} />;
}
