// Who leads an organisation, as a charter administrator sees it: the first lead is invited, later roles are
// the organisation's own affair, and where nobody is left who could give them the body asks, and waits a day.
import { addressOf } from '#app/addresses.ts';
import type { organisationInvitations } from '#app/queries/people/organisation-invitations.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/kit/fields.tsx';
import { InvitationList } from './invitation-list.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { WaitingChanges } from './waiting-changes.tsx';

type Page = NonNullable<Awaited<ReturnType<typeof organisationInvitations>>>;
type Props = {
  readonly page: Page & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function InvitationsView({ page, refused }: Props) {
  return (
    <>
      <PageTitle title={`Leads of ${page.name}`} problems={refused !== null} />
      <BackLink to={addressOf('/admin/organisations/:organisation', { organisation: page.id })}>
        {page.name}
      </BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">Leads of {page.name}</h1>
        {page.sends ? null : (
          <p>
            No mail server is set, so nobody can be invited here. Whoever runs the service makes
            accounts on the command line: <code>charter admin create</code>
          </p>
        )}
        {page.empty ? (
          <FirstLead page={page} refused={refused} />
        ) : (
          <p>
            Its own leads and sponsors give the roles of this organisation. You do not, because
            whoever gives a role here could read its drafts.
          </p>
        )}
        {page.leads.length === 0 ? null : <Leads leads={page.leads} />}
        <h2 className="nhsuk-heading-m">Open invitations</h2>
        <InvitationList invitations={page.invitations} />
        <WaitingChanges changes={page.waiting} button="Take it back" />
        {page.empty || page.waiting.length > 0 ? null : <StepIn page={page} refused={refused} />}
      </Column>
    </>
  );
}

function Leads({ leads }: { readonly leads: Page['leads'] }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Leads</h2>
      <ul>
        {leads.map(({ id, name, department }) => (
          <li key={id}>
            <bdi>{name}</bdi>, {department ?? 'the whole organisation'}
          </li>
        ))}
      </ul>
    </>
  );
}

function FirstLead({ page, refused }: Props) {
  return (
    <>
      <p>
        Nobody is at this organisation yet. Invite its first lead, who invites the others: whoever
        writes, reads and signs.
      </p>
      <form method="post" noValidate>
        <Whom page={page} refused={refused} />
        <button className="nhsuk-button" name="intent" value="first">
          Invite the first lead
        </button>
      </form>
    </>
  );
}

function StepIn({ page, refused }: Props) {
  return (
    <details className="nhsuk-details" open={refused?.typed['intent'] === 'step-in'}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          The lead has left, and nobody there can name another
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <p>
          Say whom to invite, and why. Leads, sponsors and the contact on record get a letter with
          your name and your reason, and can stop it. The invitation goes out a day from now.
        </p>
        <form method="post" noValidate>
          <Whom page={page} refused={refused} />
          <TextArea
            name="reason"
            label="Reason"
            hint="They read it as you write it"
            value={refused?.typed['reason']}
            error={refused?.errors['reason']}
          />
          <button className="nhsuk-button" name="intent" value="step-in">
            Tell them, and invite in a day
          </button>
        </form>
      </div>
    </details>
  );
}

function Whom({ page, refused }: Props) {
  const field = (name: string) => ({
    name,
    value: refused?.typed[name],
    error: refused?.errors[name],
  });
  const departments = page.departments.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextField
        {...field('email')}
        label="Work email address"
        type="email"
        hint="The invitation works once, for 14 days, and only for this address"
        width="two-thirds"
      />
      <SelectField
        {...field('department')}
        label="Assessment lead of"
        options={[{ value: '', label: 'The whole organisation' }, ...departments]}
      />
    </>
  );
}
