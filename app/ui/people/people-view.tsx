// The access review: everybody who has an account.
import { PEOPLE_SHOWN } from '#words/people/people-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { PeoplePage, ReviewedPerson } from '#app/queries/people/people-page.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/kit/fields.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import { PageLinks } from '#app/ui/kit/page-links.tsx';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { dayOf } from '#words/kit/time.ts';

export function PeopleView({ page }: { readonly page: PeoplePage }) {
  const { filter, found, items } = page;
  const query = new URLSearchParams(filter);
  return (
    <>
      <PageTitle title="Access review" />
      <AdminLinks here={addressOf('/admin/people')} />
      <h1 className="nhsuk-heading-l">Access review</h1>
      <Column>
        <p>
          Everybody who has an account: what they may do, when they were last here, and whether they
          prove who they are by more than a password. Close accounts that nobody needs.
        </p>
        <form method="get">
          <TextField
            name="text"
            label="Name, address or organisation"
            width="two-thirds"
            value={filter.text}
          />
          <SelectField
            name="show"
            label="Show"
            value={filter.show}
            options={Object.entries(PEOPLE_SHOWN).map(([value, label]) => ({ value, label }))}
          />
          <button className="nhsuk-button nhsuk-button--secondary">Show</button>
        </form>
      </Column>
      {items.length === 0 ? (
        <p>Nobody is like that.</p>
      ) : (
        <ScrollTable
          caption={found === 1 ? '1 person' : `${found} people`}
          columns={['Name', 'Roles', 'Last sign-in', 'Second factor']}
        >
          {items.map((person) => (
            <Row key={person.id} person={person} />
          ))}
        </ScrollTable>
      )}
      <PageLinks
        path={`${addressOf('/admin/people')}?${query}`}
        page={page.page}
        pages={page.pages}
        next="Next"
        previous="Previous"
      />
      <p>
        <a href={`${addressOf('/admin/people.csv')}?${query}`}>Download this list (CSV)</a>
      </p>
    </>
  );
}

function Row({ person }: { readonly person: ReviewedPerson }) {
  const { id, name, email, roles, lastSignInAt, factor, closedAt } = person;
  return (
    <TableRow>
      <th className="nhsuk-table__header" scope="row">
        <a href={addressOf('/admin/people/:person', { person: id })}>
          <bdi>{name}</bdi>
        </a>
        <div className="nhsuk-hint nhsuk-u-margin-bottom-0 app-address">{email}</div>
        {closedAt === null ? null : (
          <div className="nhsuk-hint nhsuk-u-margin-bottom-0">Closed on {dayOf(closedAt)}</div>
        )}
      </th>
      <td className="nhsuk-table__cell">
        {roles.length === 0 ? 'None' : roles.map((role) => <div key={role}>{role}</div>)}
      </td>
      <td className="nhsuk-table__cell">
        {lastSignInAt === null ? 'Not noted yet' : dayOf(lastSignInAt)}
      </td>
      <td className="nhsuk-table__cell">{factor === '' ? 'None' : factor}</td>
    </TableRow>
  );
}
