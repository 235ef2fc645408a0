import { CREDENTIAL } from '#words/award/award-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { servicesContext } from '#app/http/door/contexts.ts';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { putRight } from '#app/http/respond.ts';
import { numberIn } from '#app/queries/award/verification.ts';
import { VerifyView } from '#app/ui/award/verify-view.tsx';
import { checkPastedCredential } from '#app/use-cases/award/check-pasted-credential.ts';
import type { Route } from './+types/paste-credential';

export const door = { policy: 'public', shared: true } satisfies Door;

export function loader({ request }: Route.LoaderArgs) {
  const typed = new URL(request.url).searchParams.get('number');
  if (typed === null) return { typed: '', error: null };
  const number = numberIn(typed);
  if (number !== null) throw redirect(addressOf('/verify/:award', { award: number }));
  const error = CREDENTIAL.enterNumber;
  return putRight({ typed: typed.slice(0, 200), error });
}

export async function action({ request, context }: Route.ActionArgs) {
  const credential = typedIn(await request.formData())['credential'] ?? '';
  const verdict = await checkPastedCredential(context.get(servicesContext), credential);
  const answer = { credential, verdict };
  return verdict.code === 'valid' ? data(answer) : putRight(answer);
}

export default function Verify({ loaderData, actionData }: Route.ComponentProps) {
  return <VerifyView {...loaderData} pasted={actionData ?? null} />;
}
