import type { Door } from '#app/http/door/door.ts';
import { signedIn } from '#app/http/door/require.ts';
import { ownData } from '#app/queries/accounts/own-data.ts';
import type { Route } from './+types/account-data';

export const door = { policy: 'person', ownAccount: true } satisfies Door;

export async function loader({ context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const text = `${JSON.stringify(await ownData(services, actor), null, 2)}\n`;
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="what-is-held-about-me.json"',
    },
  });
}
