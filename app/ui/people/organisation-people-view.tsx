// The people of an organisation, for its leads and sponsors.
import { addressOf } from '#app/addresses.ts';
import type { OrganisationPeoplePage } from '#app/queries/people/organisation-people-page.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/kit/fields.tsx';
import { InvitationList } from './invitation-list.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { roleOptions } from './role-options.ts';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { WaitingChanges } from './waiting-changes.tsx';

type Props = {
  readonly page: OrganisationPeoplePage & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function OrganisationPeopleView({ page, refused }: Props) {
  return (
    <>
      <PageTitle title={`People of ${page.name}`} problems={refused !== null} />
      <BackLink to="/">Start page</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.name}</span>
          People
        </h1>
        {page.partly ? (
          <p>
            These are the people with a role in what you answer for, and those with a role for the
            whole organisation. Other departments have people of their own.
          </p>
        ) : null}
        {page.keepsSignIn ? (
          <p>
            <a href={addressOf('/organisations/:organisation/sign-in', { organisation: page.id })}>
              How its people sign in
            </a>
          </p>
        ) : null}
        <WaitingChanges changes={page.waiting} button="Object: do not invite them" />
      </Column>
      <ScrollTable caption="Who has a role" columns={['Name', 'Email address', 'Roles']}>
        {page.people.map(({ id, name, email, roles }) => (
          <TableRow key={id}>
            <th className="nhsuk-table__header" scope="row">
              <bdi>{name}</bdi>
            </th>
            <td className="nhsuk-table__cell app-address">{email}</td>
            <td className="nhsuk-table__cell">{roles}</td>
          </TableRow>
        ))}
      </ScrollTable>
      <Column>
        <h2 className="nhsuk-heading-m">Open invitations</h2>
        <InvitationList invitations={page.invitations} />
        {page.places.length === 0 ? null : <Invite page={page} refused={refused} />}
        <Contact page={page} refused={refused} />
      </Column>
    </>
  );
}

function Invite({ page, refused }: Props) {
  const field = (name: string) => ({
    name,
    value: refused?.typed[name],
    error: refused?.errors[name],
  });
  const roles = [...new Set(page.places.flatMap((place) => place.roles))];
  return (
    <>
      <h2 className="nhsuk-heading-m">Invite someone</h2>
      <p>
        Whoever is to lead or to sign is told to all who do so already. A deputy sponsor signs as
        themselves where the sponsor cannot: name one before you need one.
      </p>
      <form method="post" noValidate>
        <TextField
          {...field('email')}
          label="Work email address"
          type="email"
          hint="They get a letter with a link that works once, for 14 days, and only for this address"
          width="two-thirds"
        />
        <SelectField {...field('role')} label="Role" options={roleOptions(roles)} />
        <SelectField
          {...field('department')}
          label="For"
          options={page.places.map(({ department, name }) => ({
            value: department ?? '',
            label: name,
          }))}
        />
        <button className="nhsuk-button" name="intent" value="invite">
          Send the invitation
        </button>
      </form>
    </>
  );
}

function Contact({ page, refused }: Props) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Contact on record</h2>
      <p>
        The awarding body writes there, and to leads and sponsors, whenever somebody is to act for
        your organisation. Choose an address that somebody reads even when people leave.
      </p>
      <form method="post" noValidate>
        <TextField
          name="contact"
          label="Email address"
          type="email"
          width="two-thirds"
          value={refused?.typed['contact'] ?? page.contact ?? ''}
          error={refused?.errors['contact']}
        />
        <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="contact">
          Save the contact
        </button>
      </form>
    </>
  );
}
