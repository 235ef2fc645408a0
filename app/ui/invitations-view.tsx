// Invitations to one organisation, as a charter administrator sends them.
import type { organisationInvitations } from '#app/queries/administration.ts';
import { ErrorSummary, PageTitle, problemsOf } from './error-summary.tsx';
import { SelectField, TextField } from './fields.tsx';
import { InvitationList } from './invitation-list.tsx';
import { BackLink, Column, Done } from './page.tsx';
import type { Refused } from './person-fields.tsx';
import { roleOptions } from './role-options.ts';

type Page = NonNullable<Awaited<ReturnType<typeof organisationInvitations>>>;
type Props = {
  readonly page: Page & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function InvitationsView({ page, refused }: Props) {
  const field = (name: string) => ({
    name,
    value: refused?.typed[name],
    error: refused?.errors[name],
  });
  const departments = page.departments.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageTitle title={`Invitations to ${page.name}`} problems={refused !== null} />
      <BackLink to={`/admin/organisations/${page.id}`}>{page.name}</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">Invitations to {page.name}</h1>
        <form method="post" noValidate>
          <TextField
            {...field('email')}
            label="Work email address"
            type="email"
            hint="They get a letter with a link that works once, for 14 days, and only for this address"
            width="two-thirds"
          />
          <SelectField {...field('role')} label="Role" options={roleOptions('organisation')} />
          <SelectField
            {...field('department')}
            label="Department"
            options={[{ value: '', label: 'The whole organisation' }, ...departments]}
          />
          <button className="nhsuk-button" name="intent" value="invite">
            Send the invitation
          </button>
        </form>
        <h2 className="nhsuk-heading-m">Open invitations</h2>
        <InvitationList invitations={page.invitations} />
      </Column>
    </>
  );
}
