// The people of an assessment: who they are, what each has been asked to write, who has been invited.
import { addressOf } from '#app/addresses.ts';
import type { TeamPage } from '#app/queries/assessment/team-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, SelectField, TextField } from '#app/ui/kit/fields.tsx';
import { InvitationList } from '#app/ui/people/invitation-list.tsx';
import { Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { roleOptions } from '#app/ui/people/role-options.ts';

type Props = {
  readonly page: TeamPage & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function TeamView({ page, refused }: Props) {
  return (
    <AssessmentFrame id={page.id} here="team">
      <PageTitle title={`Team of ${page.department}`} problems={refused !== null} />
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.department}</span>
          Team
        </h1>
        <ul className="app-people">
          {page.people.map((person) => (
            <li key={person.id}>
              <div className="app-comment">
                <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">
                  <bdi>{person.name}</bdi>
                </h2>
                <p>
                  {person.roles}
                  {person.email === null ? null : (
                    <>
                      <br />
                      {person.email}
                    </>
                  )}
                </p>
                {person.writes ? <Criteria page={page} person={person} /> : null}
              </div>
            </li>
          ))}
        </ul>
        {page.unassigned.length === 0 ? null : (
          <p>Nobody has been asked to write {page.unassigned.join(', ')} yet.</p>
        )}
        <p>
          <a href={addressOf('/assessments/:id/activity', { id: page.id })}>
            What has been done lately
          </a>
        </p>
        {page.keeps === null ? null : (
          <p>
            <a
              href={addressOf('/organisations/:organisation/people', { organisation: page.keeps })}
            >
              People with a role here or in the whole organisation
            </a>
          </p>
        )}
        {page.mayInvite ? <Invite page={page} refused={refused} /> : null}
      </Column>
    </AssessmentFrame>
  );
}

type PersonProps = { readonly page: TeamPage; readonly person: TeamPage['people'][number] };

function Criteria({ page, person }: PersonProps) {
  return (
    <>
      <p>
        {person.criteria.length === 0
          ? 'Has not been asked to write a criterion.'
          : `Writes ${person.criteria.join(', ')}.`}
      </p>
      {page.mayAssign ? (
        <details className="nhsuk-details nhsuk-u-margin-bottom-0">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Change what {person.name} writes</span>
          </summary>
          <div className="nhsuk-details__text">
            <form method="post">
              <input type="hidden" name="intent" value="assign" />
              <input type="hidden" name="person" value={person.id} />
              {page.sections.map((section) => (
                <Choices
                  key={section.id}
                  name="criteria"
                  idPrefix={`criteria-${person.id}-${section.id}`}
                  kind="checkbox"
                  size="s"
                  label={section.title}
                  options={section.criteria.map(({ id, title }) => ({
                    value: id,
                    label: `${id} ${title}`,
                  }))}
                  chosen={person.criteria}
                />
              ))}
              <button className="nhsuk-button nhsuk-button--secondary">
                Save
                <span className="nhsuk-u-visually-hidden"> what {person.name} writes</span>
              </button>
            </form>
          </div>
        </details>
      ) : null}
    </>
  );
}

function Invite({ page, refused }: { readonly page: TeamPage; readonly refused: Refused | null }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Open invitations</h2>
      <InvitationList invitations={page.invitations} />
      <h2 className="nhsuk-heading-m">Invite someone</h2>
      <form method="post" noValidate>
        <TextField
          name="email"
          label="Work email address"
          type="email"
          hint="They get a letter with a link that works once, for 14 days, and only for this address"
          width="two-thirds"
          value={refused?.typed['email']}
          error={refused?.errors['email']}
        />
        <SelectField
          name="role"
          label="Role"
          options={roleOptions(page.roles)}
          value={refused?.typed['role']}
          error={refused?.errors['role']}
        />
        <button className="nhsuk-button" name="intent" value="invite">
          Send the invitation
        </button>
      </form>
    </>
  );
}
