// Organisations, the people of the awarding body, mail.
import { addressOf } from '#app/addresses.ts';
import type { administrationPage } from '#app/queries/administration/administration.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { Column, Done } from '#app/ui/kit/page.tsx';
import { PeopleTable } from '#app/ui/people/people-table.tsx';
import { PersonFields } from '#app/ui/people/person-fields.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';

type Page = NonNullable<Awaited<ReturnType<typeof administrationPage>>>;
type Props = {
  readonly page: Page & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function AdministrationView({ page, refused }: Props) {
  return (
    <>
      <PageTitle title="Administration" problems={refused !== null} />
      <AdminLinks here={addressOf('/admin')} />
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">Administration</h1>
        <p>You do not see the drafts of organisations here, nor anywhere else.</p>
        {page.held === 0 ? null : (
          <div className="nhsuk-inset-text">
            <p>
              {page.held === 1 ? '1 letter is' : `${page.held} letters are`} held since a backup was
              restored. <a href={addressOf('/outbox')}>Release or take out</a>
            </p>
          </div>
        )}
        <h2 className="nhsuk-heading-m">Organisations</h2>
        {page.organisations.length === 0 ? <p>There is no organisation yet.</p> : null}
        <ul className="nhsuk-list">
          {page.organisations.map(({ id, name }) => (
            <li key={id}>
              <a href={addressOf('/admin/organisations/:organisation', { organisation: id })}>
                {name}
              </a>
            </li>
          ))}
        </ul>
        <form method="post" action={`${addressOf('/admin')}?index`} noValidate>
          <TextField
            name="organisation"
            label="Name of the new organisation"
            value={refused?.typed['organisation']}
            error={refused?.errors['organisation']}
          />
          <TextField
            name="contact"
            label="Contact on record (optional)"
            hint="An address at the organisation. It gets a letter whenever somebody is to act for it; its own lead changes it later"
            type="email"
            width="two-thirds"
            value={refused?.typed['contact']}
            error={refused?.errors['contact']}
          />
          <button
            className="nhsuk-button nhsuk-button--secondary"
            name="intent"
            value="organisation"
          >
            Add the organisation
          </button>
        </form>
      </Column>
      <h2 className="nhsuk-heading-m">People of the awarding body</h2>
      <p>
        <a href={addressOf('/admin/people')}>Everybody who has an account (access review)</a>
      </p>
      <PeopleTable caption="Administrators and panel members" people={page.people} />
      <Column>
        <details className="nhsuk-details" open={refused?.typed['intent'] === 'person'}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Add a person to the awarding body</span>
          </summary>
          <div className="nhsuk-details__text">
            <form method="post" action={`${addressOf('/admin')}?index`} noValidate>
              <p>The other administrators get a letter about it.</p>
              <PersonFields refused={refused} />
              <button className="nhsuk-button" name="intent" value="person">
                Add the person
              </button>
            </form>
          </div>
        </details>
        <h2 className="nhsuk-heading-m">Mail</h2>
        <p>
          <a href={addressOf('/outbox')}>Letters that the service has written</a>
        </p>
      </Column>
    </>
  );
}
