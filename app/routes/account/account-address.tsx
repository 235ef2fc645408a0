import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data } from 'react-router';
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
import { beginAddressChange } from '#app/use-cases/accounts/change-address.ts';
import type { Route } from './+types/account-address';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'person', ownAccount: true } satisfies Door;

export const headers = headersOfAction;

export const handle = INTERACTIVE;

const NewAddress = z.object({
  email: z.string({ error: FORM.newAddress }).max(500),
  ...proofFields,
});

export async function loader({ context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const proof = await proofAsked(services, actor, context.get(sessionContext));
  return { proof, email: actor.email };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), NewAddress);
  const typed = parsed.typed['email'] ?? '';
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const proof = proofIn(parsed.typed, { request, context });
  const result = await beginAddressChange(services, actor, { email: parsed.value.email, proof });
  if (result.ok) return data({ sent: result.value.email });
  return respond(result.problem, (problem) => ({
    errors: errorAt(problem, identityProblemText(problem), 'email'),
    typed,
  }));
}

export default function AccountAddress({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && 'sent' in actionData) {
    return <Sent from={loaderData.email} to={actionData.sent} />;
  }
  const errors: Readonly<Record<string, string>> = actionData?.errors ?? {};
  return (
    <Column>
      <PageTitle title="Change your email address" problems={actionData !== undefined} />
      <BackLink to={addressOf('/account')}>Your account</BackLink>
      <ErrorSummary problems={problemsOf(errors)} />
      <h1 className="nhsuk-heading-l">Change your email address</h1>
      <p>
        You sign in as <bdi>{loaderData.email}</bdi>, and letters go there. Both addresses get a
        letter, and the change comes about once you have confirmed both within an hour.
      </p>
      <form method="post" noValidate>
        <TextField
          name="email"
          label="New email address"
          type="email"
          autoComplete="email"
          width="two-thirds"
          value={actionData?.typed ?? ''}
          error={errors['email']}
        />
        <ProofFields proof={loaderData.proof} errors={errors} />
        <button className="nhsuk-button">Send the two letters</button>
      </form>
      <p>
        Nobody reads your old address any more? Then ask the person who gave you your account. See{' '}
        <a href={addressOf('/help')}>help and contact</a>.
      </p>
    </Column>
  );
}

function Sent({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <Column>
      <PageTitle title="Two letters are on their way" />
      <BackLink to={addressOf('/account')}>Your account</BackLink>
      <h1 className="nhsuk-heading-l">Two letters are on their way</h1>
      <p>
        Open the link in the letter to <bdi>{from}</bdi> and the one in the letter to{' '}
        <bdi>{to}</bdi>, in any order, within an hour. Until then nothing changes.
      </p>
    </Column>
  );
}
