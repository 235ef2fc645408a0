import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { z } from 'zod';
import { servicesContext } from '#app/http/door/contexts.ts';
import { rememberDevice } from '#app/http/door/known-device.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { errorAt, headersOfAction, putRight, respond } from '#app/http/respond.ts';
import { PASSWORD_LENGTH } from '#app/identity/auth.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { LinkOver } from '#app/ui/accounts/link-over.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import { problemText } from '#words/problem-text.ts';
import { lookAtLink, setPassword } from '#app/use-cases/accounts/set-password.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/choose-password';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'public', secret: true } satisfies Door;

export const headers = headersOfAction;

const NewPassword = z.object({
  password: z.string({ error: FORM.password }).max(20_000),
  code: z.string().max(100).default(''),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const link = await lookAtLink(context.get(servicesContext), params.token);
  // Not thrown: a form that has just been sent uses its link up.
  if (!link.ok) return data({ over: problemText(link.problem) }, { status: 404 });
  return { over: null, least: PASSWORD_LENGTH.least, asksCode: link.value.asksCode };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const parsed = parseForm(await request.formData(), NewPassword);
  if (!parsed.ok) return putRight({ errors: parsed.errors });
  const { token } = params;
  const services = context.get(servicesContext);
  const result = await setPassword(services, { token, ...parsed.value });
  if (!result.ok) {
    return respond(result.problem, (problem) => ({
      errors: errorAt(problem, problemText(problem), 'password'),
    }));
  }
  // Whoever has read the letter is its owner: their browser counts as known.
  const known = { account: result.value.email, by: 'link' } as const;
  const cookie = rememberDevice(request, known, services.config);
  throw redirect(withNotice(addressOf('/sign-in'), 'password-set'), {
    status: 303,
    headers: { 'Set-Cookie': cookie },
  });
}

export default function SetPassword({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.over !== null) return <Over problem={loaderData.over} />;
  const errors: Readonly<Record<string, string>> = actionData?.errors ?? {};
  return (
    <Column>
      <PageTitle title="Set your password" problems={actionData !== undefined} />
      <ErrorSummary problems={problemsOf(errors)} />
      <h1 className="nhsuk-heading-l">Set your password</h1>
      <p>
        Use at least {loaderData.least} characters. Three words that only you would put together are
        long and easy to remember. You may paste it from a password manager.
      </p>
      <form method="post" noValidate>
        <TextField
          name="password"
          label="New password"
          type="password"
          autoComplete="new-password"
          width="two-thirds"
          error={errors['password']}
        />
        {loaderData.asksCode ? (
          <TextField
            name="code"
            label="Code (if you have your device)"
            hint="The six digits that your authenticator app shows now, or a recovery code. Without it you neither sign nor record a decision for 24 hours"
            autoComplete="one-time-code"
            width="10"
            error={errors['code']}
          />
        ) : null}
        <button className="nhsuk-button">Set password</button>
      </form>
    </Column>
  );
}

function Over({ problem }: { readonly problem: string }) {
  return (
    <LinkOver title="Set your password" problem={problem}>
      <p>
        We send <a href={addressOf('/forgotten-password')}>another link</a> to the address of your
        account. See <a href={addressOf('/help')}>help and contact</a> if nothing comes.
      </p>
    </LinkOver>
  );
}
