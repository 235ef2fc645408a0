import { data, redirect } from 'react-router';
import { servicesContext } from '#app/http/contexts.ts';
import { rememberDevice } from '#app/http/known-device.ts';
import { PageTitle } from '#app/ui/error-summary.tsx';
import { identityProblemText } from '#app/ui/identity-problem-text.ts';
import { Column } from '#app/ui/page.tsx';
import { openDeviceLink } from '#app/use-cases/ask-for-link.ts';
import type { Route } from './+types/sign-in-device';

export const policy = 'public';

export async function action({ params, request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const used = await openDeviceLink(services, params.token);
  if (!used.ok) return data({ problem: identityProblemText(used.problem) }, { status: 422 });
  const cookie = rememberDevice(
    request,
    { account: used.value.email, by: 'link' },
    services.config,
  );
  throw redirect('/sign-in?done=device-known', { status: 303, headers: { 'Set-Cookie': cookie } });
}

export default function SignInDevice({ actionData }: Route.ComponentProps) {
  return (
    <Column>
      <PageTitle title="Sign in on this device" problems={actionData !== undefined} />
      <h1 className="nhsuk-heading-l">Sign in on this device</h1>
      {actionData === undefined ? null : (
        <p className="nhsuk-error-message">{actionData.problem}</p>
      )}
      <p>From now on this browser counts as one of yours. You sign in with your password next.</p>
      <form method="post">
        <button className="nhsuk-button">This is my device</button>
      </form>
    </Column>
  );
}
