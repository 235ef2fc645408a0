import { data, redirect } from 'react-router';
import { sessionContext } from '#app/http/contexts.ts';
import { typedIn } from '#app/http/parse-form.ts';
import { passkeyAnswer } from '#app/http/passkey-answer.ts';
import { proofField, proofIn } from '#app/http/proof-form.ts';
import { headersOfAction, refusedForm } from '#app/http/refused-form.ts';
import { answerable, signedIn } from '#app/http/require.ts';
import { passkeysPage } from '#app/queries/account-page.ts';
import { proofAsked } from '#app/queries/proof.ts';
import { identityProblemText } from '#app/ui/identity-problem-text.ts';
import { INTERACTIVE } from '#app/ui/interactive.ts';
import { PasskeysView } from '#app/ui/passkeys-view.tsx';
import { addPasskey, removePasskey } from '#app/use-cases/change-passkeys.ts';
import type { Route } from './+types/passkeys';

export const policy = 'person';

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
  const remove = typed['remove'] ?? '';
  const done = remove === '' ? 'passkey-added' : 'passkey-removed';
  const result =
    remove === ''
      ? await addPasskey(services, actor, {
          ...passkeyAnswer(request, typed['new'], services),
          name: typed['name'] ?? '',
          proof,
        })
      : await removePasskey(services, actor, { passkey: remove, proof });
  if (result.ok) throw redirect(`/account/passkeys?done=${done}`, 303);
  const problem = answerable(result.problem);
  const field = proofField(problem) ?? (problem.code === 'name-wrong' ? 'name' : '');
  const errors: Record<string, string> = { [field]: identityProblemText(problem) };
  return data({ errors, name: typed['name'] ?? '' }, refusedForm(problem));
}

export default function Passkeys({ loaderData, actionData }: Route.ComponentProps) {
  return <PasskeysView page={loaderData} refused={actionData ?? null} />;
}
