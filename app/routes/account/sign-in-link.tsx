import type { Door } from '#app/http/door/door.ts';
import { AskForLink } from '#app/ui/accounts/ask-for-link-view.tsx';
import { linkByMail } from './link-by-mail.ts';
import type { Route } from './+types/sign-in-link';

export const door = { policy: 'public' } satisfies Door;

export function action(args: Route.ActionArgs) {
  return linkByMail(args, 'device');
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
