import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { servicesContext } from '#app/http/door/contexts.ts';
import { rememberDevice } from '#app/http/door/known-device.ts';
import { putRight } from '#app/http/respond.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { LinkOver } from '#app/ui/accounts/link-over.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import { isDeviceLink, openDeviceLink } from '#app/use-cases/accounts/ask-for-link.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/sign-in-device';

export const door = { policy: 'public', secret: true } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const works = await isDeviceLink(context.get(servicesContext), params.token);
  // Not thrown: a form that has just been sent uses its link up.
  return data({ works }, { status: works ? 200 : 404 });
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const used = await openDeviceLink(services, params.token);
  if (!used.ok) return putRight({ works: false });
  const known = { account: used.value.email, by: 'link' } as const;
  const cookie = rememberDevice(request, known, services.config);
  throw redirect(withNotice(addressOf('/sign-in'), 'device-known'), {
    status: 303,
    headers: { 'Set-Cookie': cookie },
  });
}

export default function SignInDevice({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData !== undefined || !loaderData.works) return <Over />;
  return (
    <Column>
      <PageTitle title="Sign in on this device" />
      <h1 className="nhsuk-heading-l">Sign in on this device</h1>
      <p>From now on this browser counts as one of yours. You sign in with your password next.</p>
      <form method="post">
        <button className="nhsuk-button">This is my device</button>
      </form>
    </Column>
  );
}

function Over() {
  return (
    <LinkOver
      title="Sign in on this device"
      problem="This link was used, has expired, or is not whole"
    >
      <p>
        Copy it whole from the letter, or{' '}
        <a href={addressOf('/sign-in/link')}>ask for another link</a>. This browser does not count
        as one of yours.
      </p>
    </LinkOver>
  );
}
