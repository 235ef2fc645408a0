import { data } from 'react-router';
import { addressContext, servicesContext } from '#app/http/contexts.ts';
import { refusedForm } from '#app/http/refused-form.ts';
import { AskForLink, asked } from '#app/ui/ask-for-link-view.tsx';
import { askForLink } from '#app/use-cases/ask-for-link.ts';
import type { Route } from './+types/sign-in-link';

export const policy = 'public';

export async function action({ request, context }: Route.ActionArgs) {
  const email = String((await request.formData()).get('email') ?? '').slice(0, 320);
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
