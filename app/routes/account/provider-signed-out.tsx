import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { servicesContext } from '#app/http/door/contexts.ts';
import { signedOutIn } from '#app/http/door/provider-cookie.ts';
import { notFound } from '#app/http/door/require.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import { signOutAtProvider } from '#app/use-cases/accounts/provider-sign-out.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/provider-signed-out';

export const door = { policy: 'public' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const who = signedOutIn(request, services);
  if (who === null) throw notFound();
  const there = await signOutAtProvider(services, who);
  if (there === null) throw redirect(withNotice(addressOf('/sign-in'), 'signed-out'));
  return there;
}

export default function ProviderSignedOut({ loaderData: { url, name } }: Route.ComponentProps) {
  return (
    <Column>
      <PageTitle title="You are signed out here" />
      <h1 className="nhsuk-heading-l">You are signed out here</h1>
      <p>
        At {name} you are still signed in. On a computer that others use, sign out there as well.
      </p>
      <p>
        <a className="nhsuk-button" href={url}>
          Sign out at {name}
        </a>
      </p>
      <p>
        <a href={addressOf('/sign-in')}>Sign in again</a>
      </p>
    </Column>
  );
}
