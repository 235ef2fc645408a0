import { data, redirect } from 'react-router';
import { z } from 'zod';
import { browserOf, cookiesOfSession } from '#app/http/browser.ts';
import { actorContext, servicesContext } from '#app/http/contexts.ts';
import { carriedFields, keptForm, localPath } from '#app/http/keep-for-later.ts';
import { parseForm } from '#app/http/parse-form.ts';
import { headersOfAction, refusedForm } from '#app/http/refused-form.ts';
import { keepShortly } from '#app/http/short-cookie.ts';
import { CodeForm } from '#app/ui/code-form.tsx';
import { INTERACTIVE } from '#app/ui/interactive.ts';
import { Column, Done } from '#app/ui/page.tsx';
import { identityProblemText } from '#app/ui/identity-problem-text.ts';
import { SendAgain } from '#app/ui/send-again.tsx';
import { SignInForm } from '#app/ui/sign-in-form.tsx';
import type { Services } from '#app/services.server.ts';
import { canonicalEmail, signIn } from '#app/use-cases/sign-in.ts';
import { SECOND_STEP_MINUTES } from '#app/use-cases/sign-in-second-step.ts';
import type { Route } from './+types/sign-in';

export const policy = 'public';

export const headers = headersOfAction;

export const handle = INTERACTIVE;

const SignInFields = z.object({
  email: z.string({ error: 'Enter your email address' }).max(320),
  password: z.string({ error: 'Enter your password' }).max(2000),
  next: z.string().optional(),
});

export function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const next = localPath(searchParams.get('next') ?? '/') ?? '/';
  if (context.get(actorContext) !== null && request.method === 'GET') throw redirect(next);
  return { next, done: searchParams.get('done') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  // Signed in already, in another window: the loader must not lead away from what this form carries.
  context.set(actorContext, null);
  const form = await request.formData();
  const kept = keptForm(form);
  const parsed = parseForm(form, SignInFields);
  const next = localPath(parsed.typed['next'] ?? '/') ?? '/';
  const again = { email: parsed.typed['email'] ?? '', next, carried: carriedFields(kept) };
  if (!parsed.ok) return data({ ...again, errors: parsed.errors }, { status: 422 });
  const { email, password } = parsed.value;
  const browser = (await browserOf({ request, context }))(canonicalEmail(email));
  const result = await signIn(services, { email, password, browser, signal: request.signal });
  if (!result.ok) {
    const errors = { email: identityProblemText(result.problem) };
    const tooMany = result.problem.code === 'too-many-tries';
    return data({ ...again, errors, tooMany }, refusedForm(result.problem));
  }
  if (result.value.kind === 'second-step') {
    const cookie = secondStepCookie(services, result.value.ticket);
    if (kept !== null) return data({ ...again, step: 'code' as const }, { headers: cookie });
    const to = `/sign-in/code?next=${encodeURIComponent(next)}`;
    throw redirect(to, { status: 303, headers: cookie });
  }
  const cookies = await cookiesOfSession({ request, context }, result.value);
  if (kept !== null) return data({ kept }, { headers: cookies });
  return redirect(next, { status: 303, headers: cookies });
}

function secondStepCookie({ config, clock }: Services, ticket: string) {
  const kept = { settings: config, minutes: SECOND_STEP_MINUTES, now: clock().getTime() };
  return { 'Set-Cookie': keepShortly('second-step', ticket, kept) };
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData === undefined) return <Form {...loaderData} />;
  if ('kept' in actionData) return <SendAgain {...actionData.kept} />;
  if ('step' in actionData) {
    return (
      <Column>
        <CodeForm next={actionData.next} carried={actionData.carried} error={null} />
      </Column>
    );
  }
  return <Form {...actionData} done={null} />;
}

type FormProps = {
  readonly next: string;
  readonly done: string | null;
  readonly carried?: readonly (readonly [string, string])[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly email?: string;
  readonly tooMany?: boolean;
};

function Form({ done, next, carried = [], errors = {}, email = '', tooMany = false }: FormProps) {
  return (
    <Column>
      <Done what={done} />
      <SignInForm
        title="Sign in"
        next={next}
        carried={carried}
        errors={errors}
        email={email}
        tooMany={tooMany}
      />
    </Column>
  );
}
