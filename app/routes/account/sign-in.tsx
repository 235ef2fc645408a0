import { data, redirect } from 'react-router';
import { z } from 'zod';
import { actorContext, addressContext, servicesContext } from '#app/http/contexts.ts';
import { isKnownDevice, rememberDevice } from '#app/http/known-device.ts';
import { carriedFields, keptForm, localPath } from '#app/http/keep-for-later.ts';
import { parseForm } from '#app/http/parse-form.ts';
import { headersOfAction, refusedForm } from '#app/http/refused-form.ts';
import { PageTitle } from '#app/ui/error-summary.tsx';
import { HiddenFields } from '#app/ui/fields.tsx';
import { Column, Done } from '#app/ui/page.tsx';
import { problemText } from '#app/ui/problem-text.ts';
import { SignInForm } from '#app/ui/sign-in-form.tsx';
import { canonicalEmail, signIn } from '#app/use-cases/sign-in.ts';
import type { Route } from './+types/sign-in';

export const policy = 'public';

export const headers = headersOfAction;

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
  const account = canonicalEmail(parsed.value.email);
  const result = await signIn(services, {
    email: parsed.value.email,
    password: parsed.value.password,
    address: context.get(addressContext),
    known: isKnownDevice(request, account, services.config),
    signal: request.signal,
  });
  if (!result.ok) {
    const errors = { email: problemText(result.problem) };
    return data({ ...again, errors }, refusedForm(result.problem));
  }
  const cookies = new Headers();
  for (const cookie of result.value.cookies) cookies.append('Set-Cookie', cookie);
  cookies.append('Set-Cookie', rememberDevice(request, account, services.config));
  if (kept !== null) return data({ kept }, { headers: cookies });
  return redirect(next, { status: 303, headers: cookies });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && 'kept' in actionData) return <SendAgain {...actionData.kept} />;
  return (
    <Column>
      <Done what={actionData ? null : loaderData.done} />
      <SignInForm
        title="Sign in"
        next={actionData?.next ?? loaderData.next}
        carried={actionData?.carried ?? []}
        errors={actionData?.errors ?? {}}
        email={actionData?.email ?? ''}
      />
    </Column>
  );
}

function SendAgain({ to, fields }: { to: string; fields: readonly (readonly [string, string])[] }) {
  return (
    <Column>
      <PageTitle title="You are signed in" />
      <h1 className="nhsuk-heading-l">You are signed in, and your text is still here</h1>
      <p>
        What you sent had not been saved, because you had been signed out. Save it now to carry on
        where you were.
      </p>
      <form method="post" action={to}>
        <HiddenFields fields={fields} />
        <button className="nhsuk-button">Save what I typed</button>
      </form>
      {fields
        .filter(([, value]) => value.length > 40)
        .map(([name, value]) => (
          <details className="nhsuk-details" key={name}>
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">Read the text</span>
            </summary>
            <div className="nhsuk-details__text app-narrative">{value}</div>
          </details>
        ))}
    </Column>
  );
}
