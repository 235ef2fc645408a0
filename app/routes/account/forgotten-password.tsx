import type { Door } from '#app/http/door/door.ts';
import { AskForLink } from '#app/ui/accounts/ask-for-link-view.tsx';
import { linkByMail } from './link-by-mail.ts';
import type { Route } from './+types/forgotten-password';

export const door = { policy: 'public' } satisfies Door;

export function action(args: Route.ActionArgs) {
  return linkByMail(args, 'password');
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
