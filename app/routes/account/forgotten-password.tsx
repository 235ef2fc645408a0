import { AskForLink, asked } from '#app/ui/ask-for-link-view.tsx';
import { addressContext, servicesContext } from '#app/http/contexts.ts';
import { refusedForm } from '#app/http/refused-form.ts';
import { askForLink } from '#app/use-cases/ask-for-link.ts';
import { data } from 'react-router';
import type { Route } from './+types/forgotten-password';

export const policy = 'public';

export async function action({ request, context }: Route.ActionArgs) {
  const email = String((await request.formData()).get('email') ?? '').slice(0, 320);
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
