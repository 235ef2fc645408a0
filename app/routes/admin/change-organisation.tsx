import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { dayIn } from '#app/http/forms/parse-action.ts';
import { type Typed, typedIn } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { answerable, respond } from '#app/http/respond.ts';
import { organisationChanges } from '#app/queries/award/organisation-changes.ts';
import { OrganisationChangesView } from '#app/ui/award/organisation-changes-view.tsx';
import { MergeConfirmView } from '#app/ui/award/merge-confirm-view.tsx';
import { organisationErrors } from '#words/award/organisation-problem-text.ts';
import {
  mergeOrganisation,
  renameOrganisation,
  setOdsCode,
} from '#app/use-cases/award/change-organisation.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/change-organisation';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await organisationChanges(services, actor, params.organisation);
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { organisation } = params;
  const typed = typedIn(await request.formData());
  const [done, changed] = await changeAsked(typed);
  if (changed.ok)
    throw redirect(
      withNotice(addressOf('/admin/organisations/:organisation/changes', { organisation }), done),
      303,
    );
  const problem = answerable(changed.problem);
  if (problem.code === 'to-confirm') {
    return { confirm: problem.confirm, into: typed['into'] ?? '', errors: {}, typed };
  }
  return respond(problem, (it) => ({
    errors: organisationErrors(it, typed['intent'] ?? ''),
    typed,
  }));

  async function changeAsked({
    intent,
    name = '',
    into = '',
    odsCode = '',
    confirmed = '',
  }: Typed) {
    switch (intent) {
      case 'rename': {
        const on = dayIn(typed, 'renamedOn');
        const command = { organisation, name, on };
        return [
          'organisation-renamed',
          await renameOrganisation(services, actor, command),
        ] as const;
      }
      case 'merge': {
        const on = dayIn(typed, 'mergedOn');
        const command = { organisation, into, on, confirmed };
        return ['organisation-merged', await mergeOrganisation(services, actor, command)] as const;
      }
      case 'ods': {
        const command = { organisation, odsCode };
        return ['ods-code-set', await setOdsCode(services, actor, command)] as const;
      }
      default:
        // Not a form of this page.
        throw notFound();
    }
  }
}

export default function OrganisationChangesPage({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData !== undefined && 'confirm' in actionData) {
    return <MergeConfirmView page={loaderData} asked={actionData} />;
  }
  return <OrganisationChangesView page={loaderData} refused={actionData ?? null} />;
}
