import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { z } from 'zod';
import { browserOf, cookiesOfSession } from '#app/http/door/browser.ts';
import { actorContext, servicesContext } from '#app/http/door/contexts.ts';
import { carriedFields, keptForm, localPath } from '#app/http/door/keep-for-later.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { secondStepCookie } from '#app/http/door/second-step-cookie.ts';
import { headersOfAction, putRight, respond } from '#app/http/respond.ts';
import { hasProviders } from '#app/queries/accounts/sign-in-providers.ts';
import { CodeForm } from '#app/ui/accounts/code-form.tsx';
import { INTERACTIVE } from '#app/ui/kit/interactive.ts';
import { Column, Done } from '#app/ui/kit/page.tsx';
import { identityProblemText } from '#words/accounts/proof-problem.ts';
import { SendAgain } from '#app/ui/kit/typing/send-again.tsx';
import { SignInForm } from '#app/ui/accounts/sign-in-form.tsx';
import { RequiredProvider } from '#app/ui/accounts/required-provider.tsx';
import { canonicalEmail, signIn } from '#app/use-cases/accounts/sign-in.ts';
import type { Route } from './+types/sign-in';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'public' } satisfies Door;

export const headers = headersOfAction;

export const handle = INTERACTIVE;

const SignInFields = z.object({
  email: z.string({ error: FORM.ownAddress }).max(320, {
    error: FORM.longAddress,
  }),
  password: z.string({ error: FORM.ownPassword }).max(2000, { error: FORM.longPassword }),
  next: z.string().optional(),
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const next = localPath(searchParams.get('next') ?? '/') ?? '/';
  if (context.get(actorContext) !== null && request.method === 'GET') throw redirect(next);
  const providers = await hasProviders(context.get(servicesContext));
  return { next, done: searchParams.get('done'), providers };
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
  if (!parsed.ok) return putRight({ ...again, errors: parsed.errors });
  const { email, password } = parsed.value;
  const browser = (await browserOf({ request, context }))(canonicalEmail(email));
  const result = await signIn(services, { email, password, browser, signal: request.signal });
  if (!result.ok) {
    return respond(result.problem, (problem) => ({
      ...again,
      errors: { email: identityProblemText(problem) },
      tooMany: problem.code === 'too-many-tries',
      required: problem.code === 'provider-required' ? problem : null,
    }));
  }
  if (result.value.kind === 'second-step') {
    const cookie = secondStepCookie(services, result.value.ticket);
    if (kept !== null) return data({ ...again, step: 'code' as const }, { headers: cookie });
    const to = `${addressOf('/sign-in/code')}?next=${encodeURIComponent(next)}`;
    throw redirect(to, { status: 303, headers: cookie });
  }
  const cookies = await cookiesOfSession({ request, context }, result.value);
  if (kept !== null) return data({ kept }, { headers: cookies });
  // Their organisation asks them to link their account; they go on from there.
  const asking = `${addressOf('/account/provider')}?next=${encodeURIComponent(next)}`;
  return redirect(result.value.asksLink ? asking : next, { status: 303, headers: cookies });
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
  return <Form {...actionData} providers={loaderData.providers} done={null} />;
}

type FormProps = {
  readonly next: string;
  readonly done: string | null;
  readonly carried?: readonly (readonly [string, string])[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly email?: string;
  readonly tooMany?: boolean;
  readonly providers: boolean;
  /** Where their organisation has them sign in. */
  readonly required?: { readonly provider: string; readonly name: string } | null;
};

function Form({
  done,
  required = null,
  carried = [],
  errors = {},
  email = '',
  ...form
}: FormProps) {
  return (
    <Column>
      <Done what={done} />
      <SignInForm title="Sign in" carried={carried} errors={errors} email={email} {...form}>
        {required === null ? null : <RequiredProvider {...required} next={form.next} />}
      </SignInForm>
    </Column>
  );
}
