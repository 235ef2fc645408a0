import { data } from 'react-router';
import { servicesContext } from '#app/http/contexts.ts';
import { carriedFields, keptForm } from '#app/http/keep-for-later.ts';
import { hasProviders } from '#app/queries/sign-in-providers.ts';
import { SignInAgainView } from '#app/ui/sign-in-again-view.tsx';
import type { Route } from './+types/sign-in-again';

export const policy = 'public';

export async function loader({ context }: Route.LoaderArgs) {
  return { providers: await hasProviders(context.get(servicesContext)) };
}

// Reached by a form whose session had ended (http/keep-for-later.ts); nobody links here.
export async function action({ request }: Route.ActionArgs) {
  const kept = keptForm(await request.formData());
  return data({ next: kept?.to ?? '/', carried: carriedFields(kept) }, { status: 401 });
}

export default function SignInAgain({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <SignInAgainView
      next={actionData?.next ?? '/'}
      carried={actionData?.carried ?? []}
      providers={loaderData.providers}
    />
  );
}
