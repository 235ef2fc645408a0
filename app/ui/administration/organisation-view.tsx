// One organisation as its administrator sees it: departments and people, no assessments.
import { addressOf } from '#app/addresses.ts';
import type { organisationPage } from '#app/queries/administration/administration.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { PeopleTable } from '#app/ui/people/people-table.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';

type Page = NonNullable<Awaited<ReturnType<typeof organisationPage>>>;
type Props = {
  readonly page: Page & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function OrganisationView({ page, refused }: Props) {
  return (
    <>
      <PageTitle title={page.name} problems={refused !== null} />
      <BackLink to={addressOf('/admin')}>Administration</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">{page.name}</h1>
        <h2 className="nhsuk-heading-m">Departments</h2>
        {page.departments.length === 0 ? (
          <p>There is no department yet. An assessment is made for a department.</p>
        ) : null}
        <ul className="nhsuk-list nhsuk-list--bullet">
          {page.departments.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
        <form method="post" noValidate>
          <TextField
            name="newDepartment"
            label="Name of the new department"
            value={refused?.typed['newDepartment']}
            error={refused?.errors['newDepartment']}
          />
          <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="department">
            Add the department
          </button>
        </form>
      </Column>
      <p>
        <a
          href={addressOf('/admin/organisations/:organisation/invitations', {
            organisation: page.id,
          })}
        >
          Leads and open invitations
        </a>
      </p>
      <p>
        <a
          href={addressOf('/admin/organisations/:organisation/changes', { organisation: page.id })}
        >
          New name, merger, ODS code
        </a>
      </p>
      <h2 className="nhsuk-heading-m">People</h2>
      <p>
        Contact on record: {page.contact ?? 'nobody'}. The organisation’s own leads and sponsors
        give its roles and change its contact.
      </p>
      <PeopleTable caption={`People of ${page.name}`} people={page.people} />
    </>
  );
}
