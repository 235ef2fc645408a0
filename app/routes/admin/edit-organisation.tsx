import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { organisationPage } from '#app/queries/administration/administration.ts';
import { OrganisationView } from '#app/ui/administration/organisation-view.tsx';
import { problemText } from '#words/problem-text.ts';
import { addDepartment } from '#app/use-cases/administration/administer-places.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/edit-organisation';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'administrator' } satisfies Door;

const NewDepartment = z.object({
  newDepartment: z.string({ error: FORM.departmentName }),
});

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await organisationPage(services, actor, params.organisation);
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { organisation } = params;
  const parsed = parseForm(await request.formData(), NewDepartment);
  if (!parsed.ok) return putRight(parsed);
  const name = parsed.value.newDepartment;
  const added = await addDepartment(services, actor, { organisation, name });
  if (added.ok)
    throw redirect(
      withNotice(
        addressOf('/admin/organisations/:organisation', { organisation }),
        'department-added',
      ),
      303,
    );
  return respond(added.problem, (problem) => ({
    ok: false as const,
    errors: errorAt(problem, problemText(problem), 'newDepartment'),
    typed: parsed.typed,
  }));
}

export default function Organisation({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <OrganisationView
      page={loaderData}
      refused={actionData && !actionData.ok ? actionData : null}
    />
  );
}
