import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { BodyPerson } from '#app/http/forms/person-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { administrationPage } from '#app/queries/administration/administration.ts';
import { AdministrationView } from '#app/ui/administration/administration-view.tsx';
import { problemText } from '#words/problem-text.ts';
import { addPersonWithRole } from '#app/use-cases/people/add-person-with-role.ts';
import { addOrganisation } from '#app/use-cases/administration/administer-places.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/organisations';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'administrator' } satisfies Door;

const NewOrganisation = z.object({
  organisation: z.string({ error: FORM.organisationName }),
  contact: z.email({ error: FORM.address }).optional(),
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await administrationPage(services, actor);
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  if (form.get('intent') === 'organisation') {
    const parsed = parseForm(form, NewOrganisation);
    if (!parsed.ok) return putRight(parsed);
    const { organisation: name, contact } = parsed.value;
    const added = await addOrganisation(services, actor, { name, contact });
    if (added.ok)
      throw redirect(
        withNotice(
          addressOf('/admin/organisations/:organisation', { organisation: added.value.id }),
          'organisation-added',
        ),
        303,
      );
    return respond(added.problem, (problem) => ({
      ok: false as const,
      errors: errorAt(problem, problemText(problem), 'organisation'),
      typed: parsed.typed,
    }));
  }
  const parsed = parseForm(form, BodyPerson);
  if (!parsed.ok) return putRight(parsed);
  const { name, email, role } = parsed.value;
  const added = await addPersonWithRole(services, actor, { name, email, role });
  if (added.ok)
    throw redirect(
      withNotice(addressOf('/admin/people/:person', { person: added.value.id }), 'role-added'),
      303,
    );
  return respond(added.problem, (problem) => ({
    ok: false as const,
    errors: errorAt(problem, problemText(problem), 'email'),
    typed: parsed.typed,
  }));
}

export default function Organisations({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <AdministrationView
      page={loaderData}
      refused={actionData && !actionData.ok ? actionData : null}
    />
  );
}
