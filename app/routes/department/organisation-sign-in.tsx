import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import type { z } from 'zod';
import type { Proof } from '#app/domain/policy/proof.ts';
import { sessionContext } from '#app/http/door/contexts.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { proofIn } from '#app/http/forms/proof-form.ts';
import { OrganisationSignInForm } from '#app/http/forms/provider-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, headersOfAction, putRight, respond } from '#app/http/respond.ts';
import { organisationSignInPage } from '#app/queries/people/organisation-sign-in-page.ts';
import { proofAsked } from '#app/queries/accounts/proof.ts';
import { INTERACTIVE } from '#app/ui/kit/interactive.ts';
import { OrganisationSignInView } from '#app/ui/people/organisation-sign-in-view.tsx';
import { providerProblemText } from '#words/accounts/provider-problem.ts';
import {
  removeProvider,
  setFactorNeeded,
  setProvider,
  tryProvider,
} from '#app/use-cases/people/set-provider.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/organisation-sign-in';

export const door = { policy: 'person' } satisfies Door;

export const headers = headersOfAction;

export const handle = INTERACTIVE;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await organisationSignInPage(services, actor, params.organisation);
  if (page === null) throw notFound();
  const proof = await proofAsked(services, actor, context.get(sessionContext));
  return { ...page, proof, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { organisation } = params;
  if ((await organisationSignInPage(services, actor, organisation)) === null) throw notFound();
  const parsed = parseForm(await request.formData(), OrganisationSignInForm);
  const { clientSecret: _secret, password: _password, code: _code, ...typed } = parsed.typed;
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const proof = proofIn(parsed.typed, { request, context });
  const { done, result } = await perform(context, parsed.value, { organisation, proof });
  const isTried = parsed.value.intent === 'try';
  if (result.ok && isTried) return data({ errors: {}, typed, works: true });
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/organisations/:organisation/sign-in', { organisation }), done),
      303,
    );
  return respond(result.problem, (problem) => ({
    errors: errorAt(
      problem,
      providerProblemText(problem),
      problem.code === 'provider' ? 'issuer' : '',
    ),
    typed,
  }));
}

async function perform(
  context: Route.ActionArgs['context'],
  form: z.output<typeof OrganisationSignInForm>,
  by: { readonly organisation: string; readonly proof: Proof },
) {
  const { services, actor } = signedIn(context);
  switch (form.intent) {
    case 'save': {
      const command = { ...by, settings: form };
      return { done: 'provider-set' as const, result: await setProvider(services, actor, command) };
    }
    case 'try': {
      const command = { ...by, settings: form };
      return {
        done: 'provider-works' as const,
        result: await tryProvider(services, actor, command),
      };
    }
    case 'remove': {
      const command = { ...by, version: form.version };
      return {
        done: 'provider-removed' as const,
        result: await removeProvider(services, actor, command),
      };
    }
    case 'factor': {
      const command = { ...by, needed: form.needed };
      return {
        done: 'second-factor-set' as const,
        result: await setFactorNeeded(services, actor, command),
      };
    }
    default:
      return form satisfies never;
  }
}

export default function OrganisationSignIn({ loaderData, actionData }: Route.ComponentProps) {
  return <OrganisationSignInView page={loaderData} refused={actionData ?? null} />;
}
