// Where a member of panels works and has worked, so that conflicts of interest are found.
import { addressOf } from '#app/addresses.ts';
import type { EmploymentPage } from '#app/queries/people/employment-page.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { SelectField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';

type Props = { readonly page: EmploymentPage & { readonly done: string | null } };

export function EmploymentView({ page }: Props) {
  return (
    <>
      <PageTitle title="Where you work and have worked" />
      <BackLink to={addressOf('/reviews')}>Your reviews</BackLink>
      <Column>
        <Done what={page.done} />
        <h1 className="nhsuk-heading-l">Where you work and have worked</h1>
        <p>
          Submissions from these organisations, and those signed by someone who shares one of them
          with you, are not shown to you.
        </p>
        {page.now.length === 0 ? null : (
          <>
            <h2 className="nhsuk-heading-m">Now, by your roles here</h2>
            <ul className="nhsuk-list nhsuk-list--bullet">
              {page.now.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </>
        )}
        <h2 className="nhsuk-heading-m">Also now or in the past, as you say</h2>
        {page.past.length === 0 ? <p>You have named none.</p> : null}
        {page.past.map(({ id, organisation }) => (
          <form method="post" key={id} className="app-evidence">
            <p>{organisation}</p>
            <button className="nhsuk-button nhsuk-button--secondary" name="remove" value={id}>
              Remove<span className="nhsuk-u-visually-hidden"> {organisation}</span>
            </button>
          </form>
        ))}
        {page.others.length === 0 ? null : (
          <form method="post">
            <SelectField name="organisation" label="Add an organisation" options={page.others} />
            <button className="nhsuk-button">Add</button>
          </form>
        )}
      </Column>
    </>
  );
}
