import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { sessionContext } from '#app/http/door/contexts.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { proofFields, proofIn } from '#app/http/forms/proof-form.ts';
import { signedIn } from '#app/http/door/require.ts';
import { errorAt, headersOfAction, putRight, respond } from '#app/http/respond.ts';
import { proofAsked } from '#app/queries/accounts/proof.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { identityProblemText } from '#words/accounts/proof-problem.ts';
import { INTERACTIVE } from '#app/ui/kit/interactive.ts';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { ProofFields } from '#app/ui/accounts/proof-fields.tsx';
import { changeOwnName } from '#app/use-cases/accounts/change-own-account.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/account-name';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'person', ownAccount: true } satisfies Door;

export const headers = headersOfAction;

export const handle = INTERACTIVE;

const NewName = z.object({
  name: z.string({ error: FORM.ownName }).max(2000),
  ...proofFields,
});

export async function loader({ context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const proof = await proofAsked(services, actor, context.get(sessionContext));
  return { proof, name: actor.name };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), NewName);
  const typed = parsed.typed['name'] ?? '';
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const proof = proofIn(parsed.typed, { request, context });
  const result = await changeOwnName(services, actor, { name: parsed.value.name, proof });
  if (result.ok) throw redirect(withNotice(addressOf('/account'), 'name-changed'), 303);
  return respond(result.problem, (problem) => ({
    errors: errorAt(problem, identityProblemText(problem), 'name'),
    typed,
  }));
}

export default function AccountName({ loaderData, actionData }: Route.ComponentProps) {
  const errors: Readonly<Record<string, string>> = actionData?.errors ?? {};
  return (
    <Column>
      <PageTitle title="Change your name" problems={actionData !== undefined} />
      <BackLink to={addressOf('/account')}>Your account</BackLink>
      <ErrorSummary problems={problemsOf(errors)} />
      <h1 className="nhsuk-heading-l">Change your name</h1>
      <p>What you have signed keeps the name that you had. You get a letter about the change.</p>
      <form method="post" noValidate>
        <TextField
          name="name"
          label="Name"
          autoComplete="name"
          width="two-thirds"
          value={actionData?.typed ?? loaderData.name}
          error={errors['name']}
        />
        <ProofFields proof={loaderData.proof} errors={errors} />
        <button className="nhsuk-button">Save the name</button>
      </form>
    </Column>
  );
}
