// People with their roles, each a link to their page.

export type Listed = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: string;
};

export function PeopleTable({ caption, people }: { caption: string; people: readonly Listed[] }) {
  if (people.length === 0) return <p>Nobody yet.</p>;
  return (
    <div className="app-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="nhsuk-table">
        <caption className="nhsuk-table__caption">{caption}</caption>
        <thead className="nhsuk-table__head">
          <tr>
            {['Name', 'Email address', 'Roles'].map((title) => (
              <th className="nhsuk-table__header" scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {people.map(({ id, name, email, roles }) => (
            <tr className="nhsuk-table__row" key={id}>
              <th className="nhsuk-table__header" scope="row">
                <a href={`/admin/people/${id}`}>
                  <bdi>{name}</bdi>
                </a>
              </th>
              <td className="nhsuk-table__cell">{email}</td>
              <td className="nhsuk-table__cell">{roles}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
