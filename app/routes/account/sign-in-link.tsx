import { data } from 'react-router';
import { AddressForm } from '#app/http/address-form.ts';
import { addressContext, servicesContext } from '#app/http/contexts.ts';
import { parseForm } from '#app/http/parse-form.ts';
import { refusedForm } from '#app/http/refused-form.ts';
import { AskForLink, asked, notAsked } from '#app/ui/ask-for-link-view.tsx';
import { askForLink } from '#app/use-cases/ask-for-link.ts';
import type { Route } from './+types/sign-in-link';

export const policy = 'public';

export async function action({ request, context }: Route.ActionArgs) {
  const parsed = parseForm(await request.formData(), AddressForm);
  if (!parsed.ok) return data(notAsked(parsed), { status: 422 });
  const { email } = parsed.value;
  const address = context.get(addressContext);
  const command = { email, purpose: 'device' as const, address };
  const result = await askForLink(context.get(servicesContext), command);
  return result.ok
    ? data(asked(email, result.value))
    : data(asked(email, result.problem), refusedForm(result.problem));
}

export default function SignInLink({ actionData }: Route.ComponentProps) {
  return (
    <AskForLink
      title="Sign in on a new device"
      intro="We send a link to the address of your account. The browser in which you open it counts as one of yours; there you sign in with your password."
      answered={actionData ?? null}
    />
  );
}
