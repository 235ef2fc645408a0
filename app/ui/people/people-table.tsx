// People with their roles, each a link to their page.
import { addressOf } from '#app/addresses.ts';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';

export type Listed = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: string;
};

export function PeopleTable({ caption, people }: { caption: string; people: readonly Listed[] }) {
  if (people.length === 0) return <p>Nobody yet.</p>;
  return (
    <ScrollTable caption={caption} columns={['Name', 'Email address', 'Roles']}>
      {people.map(({ id, name, email, roles }) => (
        <TableRow key={id}>
          <th className="nhsuk-table__header" scope="row">
            <a href={addressOf('/admin/people/:person', { person: id })}>
              <bdi>{name}</bdi>
            </a>
          </th>
          <td className="nhsuk-table__cell app-address">{email}</td>
          <td className="nhsuk-table__cell">{roles}</td>
        </TableRow>
      ))}
    </ScrollTable>
  );
}
