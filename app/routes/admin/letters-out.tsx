import { LETTERS_OUT } from '#words/administration/administration-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { outboxPage } from '#app/queries/administration/outbox-page.ts';
import { OutboxView } from '#app/ui/administration/outbox-view.tsx';
import { tendLetters } from '#app/use-cases/letters/tend-letters.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/letters-out';

export const door = { policy: 'administrator' } satisfies Door;

const letter = z.string().max(100);
const Tending = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('try-again'), letter }),
  z.object({ intent: z.literal('discard'), letter }),
  z.object({ intent: z.literal('release'), letter }),
  z.object({ intent: z.literal('make-link'), letter }),
  z.object({ intent: z.literal('release-all') }),
]);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await outboxPage(services, actor);
  if (page === null) throw notFound();
  return { page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), Tending);
  // Not a form of this page.
  if (!parsed.ok) throw notFound();
  const result = await tendLetters(services, actor, parsed.value);
  if (result.ok)
    throw redirect(withNotice(addressOf('/outbox'), `letter-${parsed.value.intent}`), 303);
  return respond(result.problem, () => ({
    refused: LETTERS_OUT.changedMeanwhile,
  }));
}

export default function Outbox({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <OutboxView
      page={loaderData.page}
      done={actionData ? null : loaderData.done}
      refused={actionData?.refused ?? null}
    />
  );
}
