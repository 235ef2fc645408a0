import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { doneAfter, eraseForm } from '#app/http/forms/erase-form.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { erasePage } from '#app/queries/evidence/erase-page.ts';
import { AdminEraseView } from '#app/ui/evidence/admin-erase-view.tsx';
import { eraseProblemText } from '#words/evidence/erase-problem-text.ts';
import { eraseByFingerprint } from '#app/use-cases/evidence/erase-file.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/erase';

export const door = { policy: 'administrator' } satisfies Door;

const Fields = eraseForm.extend({
  sha256: z.string().max(100),
  organisation: z.string().max(100).optional(),
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { searchParams } = new URL(request.url);
  const page = await erasePage(services, actor, searchParams.get('find') ?? '');
  if (page === null) throw notFound();
  return { ...page, done: searchParams.get('done') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), Fields);
  const { typed } = parsed;
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const { sha256, organisation = null, reason } = parsed.value;
  const result = await eraseByFingerprint(services, actor, { sha256, organisation, reason });
  if (result.ok) {
    throw redirect(
      withNotice(`${addressOf('/admin/erase')}?find=${sha256}`, doneAfter(result.value)),
      303,
    );
  }
  return respond(result.problem, (problem) => ({
    errors: errorAt(problem, eraseProblemText(problem), 'reason'),
    typed,
  }));
}

export default function Erase({ loaderData, actionData }: Route.ComponentProps) {
  return <AdminEraseView page={loaderData} answered={actionData ?? null} />;
}
