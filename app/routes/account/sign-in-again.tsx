import { data } from 'react-router';
import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { carriedFields, keptForm, lostForm } from '#app/http/door/keep-for-later.ts';
import { readableTexts } from '#app/http/forms/typed-texts.ts';
import { hasProviders } from '#app/queries/accounts/sign-in-providers.ts';
import { SignInAgainView } from '#app/ui/accounts/sign-in-again-view.tsx';
import type { Route } from './+types/sign-in-again';

export const door = { policy: 'public' } satisfies Door;

export async function loader({ context }: Route.LoaderArgs) {
  return { providers: await hasProviders(context.get(servicesContext)) };
}

// Reached by a form whose session had ended (http/door/keep-for-later.ts); nobody links here.
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const kept = keptForm(form);
  const lost = kept === null ? lostForm(form) : null;
  const page = {
    next: kept?.to ?? lost?.to ?? '/',
    carried: carriedFields(kept),
    lost: lost === null ? null : readableTexts(lost.fields),
  };
  return data(page, { status: 401 });
}

export default function SignInAgain({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <SignInAgainView
      next={actionData?.next ?? '/'}
      carried={actionData?.carried ?? []}
      lost={actionData?.lost ?? null}
      providers={loaderData.providers}
    />
  );
}
