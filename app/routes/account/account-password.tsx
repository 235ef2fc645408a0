import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { sessionContext } from '#app/http/door/contexts.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { proofFields, proofIn } from '#app/http/forms/proof-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, headersOfAction, putRight, respond } from '#app/http/respond.ts';
import { accountPage } from '#app/queries/accounts/account-page.ts';
import { proofAsked } from '#app/queries/accounts/proof.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { INTERACTIVE } from '#app/ui/kit/interactive.ts';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { ownPasswordProblemText } from '#words/accounts/password-problem.ts';
import { ProofFields } from '#app/ui/accounts/proof-fields.tsx';
import { changeOwnPassword } from '#app/use-cases/accounts/change-own-account.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/account-password';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'person', ownAccount: true, beforeFactor: true } satisfies Door;

export const headers = headersOfAction;

export const handle = INTERACTIVE;

const NewPassword = z.object({
  next: z.string({ error: FORM.newPassword }).max(20_000),
  ...proofFields,
});

export async function loader({ context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  if (!(await accountPage(services, actor)).hasPassword) throw notFound();
  return {
    proof: await proofAsked(services, actor, context.get(sessionContext)),
    email: actor.email,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), NewPassword);
  if (!parsed.ok) return putRight({ errors: parsed.errors });
  const command = {
    password: parsed.value.next,
    proof: proofIn(parsed.typed, { request, context }),
  };
  const result = await changeOwnPassword(services, actor, command);
  if (result.ok) throw redirect(withNotice(addressOf('/account'), 'password-changed'), 303);
  return respond(result.problem, (problem) => ({
    errors: errorAt(problem, ownPasswordProblemText(problem), 'next'),
  }));
}

export default function AccountPassword({ loaderData, actionData }: Route.ComponentProps) {
  const errors: Readonly<Record<string, string>> = actionData?.errors ?? {};
  return (
    <Column>
      <PageTitle title="Change your password" problems={actionData !== undefined} />
      <BackLink to={addressOf('/account')}>Your account</BackLink>
      <ErrorSummary problems={problemsOf(errors)} />
      <h1 className="nhsuk-heading-l">Change your password</h1>
      <form method="post" noValidate>
        {/* So that a password manager knows whose password it is. */}
        <input
          type="text"
          name="username"
          value={loaderData.email}
          autoComplete="username"
          readOnly
          hidden
        />
        <ProofFields proof={loaderData.proof} errors={errors} hint="The one that you have now" />
        <TextField
          name="next"
          label="New password"
          hint="At least 12 characters. Three words that only you would put together are long and easy to remember"
          type="password"
          autoComplete="new-password"
          width="two-thirds"
          error={errors['next']}
        />
        <p>You are signed out everywhere else, and get a letter about it.</p>
        <button className="nhsuk-button">Change the password</button>
      </form>
      <p>
        <a href={addressOf('/forgotten-password')}>Forgotten the password that you have now</a>
      </p>
    </Column>
  );
}
