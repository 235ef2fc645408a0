import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { sessionContext } from '#app/http/door/contexts.ts';
import { changesSinceAsked } from '#app/queries/submission/signing-state.ts';
import { sendBack } from '#app/use-cases/submission/ask-to-sign.ts';
import { parseForm, typedIn } from '#app/http/forms/parse-form.ts';
import { proofFields, proofIn } from '#app/http/forms/proof-form.ts';
import {
  altered,
  assessmentOrNotFound,
  notAllowed,
  notFound,
  signedIn,
} from '#app/http/door/require.ts';
import { errorAt, headersOfAction, putRight, respond } from '#app/http/respond.ts';
import { checkPage } from '#app/queries/submission/check-page.ts';
import { besideLastTime } from '#app/queries/submission/last-time.ts';
import { proofAsked } from '#app/queries/accounts/proof.ts';
import { INTERACTIVE } from '#app/ui/kit/interactive.ts';
import { stepProblemText } from '#words/step-problem.ts';
import { SignView } from '#app/ui/submission/sign-view.tsx';
import { contentFingerprint, signOff } from '#app/use-cases/submission/sign-off.ts';
import { DECLARATION } from '#words/submission/signing-text.ts';
import { whoSigns } from '#app/use-cases/submission/who-signs.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/sign';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'person' } satisfies Door;

export const headers = headersOfAction;

export const handle = INTERACTIVE;

const Signature = z.object({
  read: z.literal('yes', { error: FORM.haveRead }),
  ...proofFields,
  content: z.string(),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const page = await checkPage(services, actor, view);
  if (!page.may.sign) throw notAllowed();
  const content = await contentFingerprint(services, actor, params.id);
  const signers = await whoSigns(services, actor, params.id);
  if (content === null || signers === null) throw notFound();
  const organisationId = view.place.organisation;
  const proof = await proofAsked(services, actor, context.get(sessionContext));
  const changes = await changesSinceAsked(services, view);
  if (!changes.ok) throw altered();
  const { last } = await besideLastTime(services, view);
  const asked = {
    last,
    changes: changes.value,
    content,
    declaration: DECLARATION,
    name: actor.name,
    proof,
  };
  return { ...page, ...asked, organisationId, signers };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  if (form.get('intent') === 'send-back') {
    const { comments = '' } = typedIn(form);
    const back = await sendBack(services, actor, { assessmentId: params.id, comments });
    if (back.ok)
      throw redirect(
        withNotice(addressOf('/assessments/:id/check', { id: params.id }), 'sent-back'),
        303,
      );
    return respond(back.problem, (problem) => ({
      errors: errorAt(problem, stepProblemText(problem)),
      comments,
    }));
  }
  const parsed = parseForm(form, Signature);
  if (!parsed.ok) return putRight({ errors: parsed.errors, comments: '' });
  const { content: contentSha256 } = parsed.value;
  const proof = proofIn(parsed.typed, { request, context });
  const command = { assessmentId: params.id, contentSha256, ...proof };
  const result = await signOff(services, actor, command);
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/assessments/:id/check', { id: params.id }), 'signed'),
      303,
    );
  return respond(result.problem, (problem) => ({
    errors: errorAt(problem, stepProblemText(problem)),
    comments: '',
  }));
}

export default function Sign({ loaderData, actionData }: Route.ComponentProps) {
  const comments = actionData?.comments;
  return <SignView page={loaderData} errors={actionData?.errors ?? {}} comments={comments} />;
}
