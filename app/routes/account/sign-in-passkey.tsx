import { data, redirect } from 'react-router';
import type { Door } from '#app/http/door/door.ts';
import { browserOf, cookiesOfSession } from '#app/http/door/browser.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { carriedFields, keptForm, localPath } from '#app/http/door/keep-for-later.ts';
import { passkeyAnswer } from '#app/http/door/passkey-answer.ts';
import { putRight } from '#app/http/respond.ts';
import { hasProviders } from '#app/queries/accounts/sign-in-providers.ts';
import { identityProblemText } from '#words/accounts/proof-problem.ts';
import { INTERACTIVE } from '#app/ui/kit/interactive.ts';
import { Column } from '#app/ui/kit/page.tsx';
import { SendAgain } from '#app/ui/kit/typing/send-again.tsx';
import { SignInForm } from '#app/ui/accounts/sign-in-form.tsx';
import { signInWithPasskey } from '#app/use-cases/accounts/sign-in-passkey.ts';
import type { Route } from './+types/sign-in-passkey';

export const door = { policy: 'public' } satisfies Door;

export const handle = INTERACTIVE;

export async function loader({ context }: Route.LoaderArgs) {
  return { providers: await hasProviders(context.get(servicesContext)) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const form = await request.formData();
  const kept = keptForm(form);
  const next = localPath(String(form.get('next') ?? '/')) ?? '/';
  const browser = await browserOf({ request, context });
  const given = passkeyAnswer(request, form.get('answer'), services);
  const result = await signInWithPasskey(services, { ...given, browser });
  if (!result.ok) {
    const error = identityProblemText(result.problem);
    return putRight({ next, carried: carriedFields(kept), error });
  }
  const cookies = await cookiesOfSession({ request, context }, result.value);
  if (kept !== null) return data({ kept }, { headers: cookies });
  return redirect(next, { status: 303, headers: cookies });
}

export default function SignInPasskey({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && 'kept' in actionData) return <SendAgain {...actionData.kept} />;
  return (
    <Column>
      <SignInForm
        title="Sign in"
        next={actionData?.next ?? '/'}
        carried={actionData?.carried ?? []}
        errors={actionData === undefined ? {} : { email: actionData.error }}
        email=""
        providers={loaderData.providers}
      />
    </Column>
  );
}
