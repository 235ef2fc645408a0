import type { Door } from '#app/http/door/door.ts';
import { questionFor } from '#app/http/door/passkey-answer.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { passkeysPage } from '#app/queries/accounts/account-page.ts';
import type { Route } from './+types/new-passkey-options';

export const door = { policy: 'person', ownAccount: true, beforeFactor: true } satisfies Door;

export async function action({ context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const known = await passkeysPage(services, actor);
  const ids = known.map(({ id }) => id);
  return questionFor(services, await services.passkeys.askForNew(actor, ids));
}

/** Only asked by the scripts of our pages. */
export function loader() {
  throw notFound();
}
