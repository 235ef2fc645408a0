import type { ComponentProps } from 'react';
import { data, redirect } from 'react-router';
import { z } from 'zod';
import type { Door } from '#app/http/door/door.ts';
import { browserOf, cookiesOfSession } from '#app/http/door/browser.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { carriedFields, keptForm, localPath } from '#app/http/door/keep-for-later.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { keptShortly } from '#app/http/door/short-cookie.ts';
import { putRight, respond } from '#app/http/respond.ts';
import { hasProviders } from '#app/queries/accounts/sign-in-providers.ts';
import { CodeForm } from '#app/ui/accounts/code-form.tsx';
import { identityProblemText } from '#words/accounts/proof-problem.ts';
import { INTERACTIVE } from '#app/ui/kit/interactive.ts';
import { Column } from '#app/ui/kit/page.tsx';
import { SendAgain } from '#app/ui/kit/typing/send-again.tsx';
import { SignInForm } from '#app/ui/accounts/sign-in-form.tsx';
import type { Services } from '#app/services.server.ts';
import { readTicket } from '#app/use-cases/accounts/second-step-ticket.ts';
import { signInWithCode } from '#app/use-cases/accounts/sign-in-second-step.ts';
import type { Route } from './+types/sign-in-code';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'public' } satisfies Door;

export const handle = INTERACTIVE;

const Code = z.object({
  code: z.string({ error: FORM.code }).max(100),
  next: z.string().optional(),
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const ticket = ticketIn(request, services);
  return {
    next: localPath(new URL(request.url).searchParams.get('next') ?? '/') ?? '/',
    begun: ticket !== null && (await readTicket(services, ticket)) !== null,
    providers: await hasProviders(services),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const form = await request.formData();
  const kept = keptForm(form);
  const parsed = parseForm(form, Code);
  const next = localPath(parsed.typed['next'] ?? '/') ?? '/';
  const again = { next, carried: carriedFields(kept) };
  if (!parsed.ok) return putRight({ ...again, error: parsed.errors['code'] ?? '' });
  const ticket = ticketIn(request, services) ?? '';
  const browser = await browserOf({ request, context });
  const result = await signInWithCode(services, { ticket, code: parsed.value.code, browser });
  if (!result.ok) {
    return respond(result.problem, (it) => ({ ...again, error: identityProblemText(it) }));
  }
  const cookies = await cookiesOfSession({ request, context }, result.value);
  if (kept !== null) return data({ kept }, { headers: cookies });
  return redirect(next, { status: 303, headers: cookies });
}

function ticketIn(request: Request, { config, clock }: Services): string | null {
  return keptShortly(request, 'second-step', { settings: config, now: clock().getTime() });
}

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && 'kept' in actionData) return <SendAgain {...actionData.kept} />;
  const next = actionData?.next ?? loaderData.next;
  const carried = actionData?.carried ?? [];
  const error = actionData?.error ?? null;
  if (!loaderData.begun) {
    // The first step again, with whatever the form carries.
    const { providers } = loaderData;
    return <FirstStep next={next} carried={carried} error={error} providers={providers} />;
  }
  return (
    <Column>
      <CodeForm next={next} carried={carried} error={error} />
    </Column>
  );
}

type FirstStepProps = ComponentProps<typeof CodeForm> & { readonly providers: boolean };

function FirstStep({ next, carried, error, providers }: FirstStepProps) {
  const over = identityProblemText({ code: 'first-step-over' });
  return (
    <Column>
      <SignInForm
        title="Sign in before you enter a code"
        next={next}
        carried={carried}
        errors={error === null ? {} : { password: over }}
        email=""
        providers={providers}
      >
        <p>The code is the second step. Type your email address and password first.</p>
      </SignInForm>
    </Column>
  );
}
