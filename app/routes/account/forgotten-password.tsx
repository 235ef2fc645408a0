import { AskForLink, asked, notAsked } from '#app/ui/ask-for-link-view.tsx';
import { AddressForm } from '#app/http/address-form.ts';
import { addressContext, servicesContext } from '#app/http/contexts.ts';
import { parseForm } from '#app/http/parse-form.ts';
import { refusedForm } from '#app/http/refused-form.ts';
import { askForLink } from '#app/use-cases/ask-for-link.ts';
import { data } from 'react-router';
import type { Route } from './+types/forgotten-password';

export const policy = 'public';

export async function action({ request, context }: Route.ActionArgs) {
  const parsed = parseForm(await request.formData(), AddressForm);
  if (!parsed.ok) return data(notAsked(parsed), { status: 422 });
  const { email } = parsed.value;
  const address = context.get(addressContext);
  const command = { email, purpose: 'password' as const, address };
  const result = await askForLink(context.get(servicesContext), command);
  return result.ok
    ? data(asked(email, result.value))
    : data(asked(email, result.problem), refusedForm(result.problem));
}

export default function ForgottenPassword({ actionData }: Route.ComponentProps) {
  return (
    <AskForLink
      title="Forgotten password"
      intro="We send a link to the address of your account. With it you choose another password."
      answered={actionData ?? null}
    />
  );
}
