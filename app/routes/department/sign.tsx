import { data, redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/parse-form.ts';
import { headersOfAction, refusedForm } from '#app/http/refused-form.ts';
import {
  answerable,
  assessmentOrNotFound,
  notAllowed,
  notFound,
  signedIn,
} from '#app/http/require.ts';
import { checkPage } from '#app/queries/check-page.ts';
import { stepProblemText } from '#app/ui/step-problem-text.ts';
import { SignView } from '#app/ui/sign-view.tsx';
import { contentFingerprint, DECLARATION, signOff } from '#app/use-cases/sign-off.ts';
import { whoSigns } from '#app/use-cases/who-signs.ts';
import type { Route } from './+types/sign';

export const policy = 'person';

export const headers = headersOfAction;

const OF_THE_PASSWORD: ReadonlySet<string> = new Set(['password-wrong', 'wait', 'busy']);

const Signature = z.object({
  read: z.literal('yes', { error: 'Confirm that you have read the assessment' }),
  password: z.string({ error: 'Enter your password' }).max(20_000),
  content: z.string(),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const page = await checkPage(services, actor, view);
  if (!page.may.sign) throw notAllowed();
  const content = await contentFingerprint(services, actor, params.id);
  const signing = await whoSigns(services, actor, params.id);
  if (content === null || signing === null) throw notFound();
  const organisationId = view.place.organisation;
  const asked = { content, declaration: DECLARATION, name: actor.name };
  return { ...page, ...asked, organisationId, signing };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), Signature);
  if (!parsed.ok) return data({ errors: parsed.errors }, { status: 422 });
  const { password, content } = parsed.value;
  const command = { assessmentId: params.id, password, contentSha256: content };
  const result = await signOff(services, actor, command);
  if (result.ok) throw redirect(`/assessments/${params.id}/check?done=signed`, 303);
  const problem = answerable(result.problem);
  const field = OF_THE_PASSWORD.has(problem.code) ? 'password' : '';
  const errors: Record<string, string> = { [field]: stepProblemText(problem) };
  return data({ errors }, refusedForm(problem));
}

export default function Sign({ loaderData, actionData }: Route.ComponentProps) {
  return <SignView page={loaderData} errors={actionData?.errors ?? {}} />;
}
