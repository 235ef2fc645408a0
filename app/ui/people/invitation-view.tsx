// What somebody sees who follows the link of an invitation: who invites to what, and how to accept.
import { INVITATION_OVER } from '#words/people/people-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { InvitationPage } from '#app/queries/people/invitation-page.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Page = InvitationPage & { readonly token: string; readonly least: number };
type Props = { readonly page: Page; readonly refused: Refused | null };

export function InvitationView({ page, refused }: Props) {
  return (
    <Column>
      <PageTitle title="Invitation" problems={refused !== null} />
      <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
      <h1 className="nhsuk-heading-l">Invitation</h1>
      <p>
        <bdi>{page.invitedBy}</bdi> invites you to work on the self-assessment of {page.place}. Your
        role: {page.role}.
      </p>
      {page.state === 'open' ? (
        <>
          <p>You can accept until {dayAndTime(page.expiresAt)}.</p>
          <Accept page={page} refused={refused} />
        </>
      ) : (
        <p>{INVITATION_OVER[page.state]}</p>
      )}
    </Column>
  );
}

function Accept({ page, refused }: Props) {
  switch (page.next) {
    case 'accept':
      return (
        <form method="post">
          <button className="nhsuk-button" name="intent" value="accept">
            Accept the invitation
          </button>
        </form>
      );
    case 'sign-in':
      return (
        <>
          <p>There is an account with the address that this invitation was sent to.</p>
          <a
            className="nhsuk-button"
            href={`${addressOf('/sign-in')}?next=/invitations/${page.token}`}
          >
            Sign in to accept
          </a>
        </>
      );
    case 'other-account':
      return (
        <p>
          You are signed in with another address than the one that this invitation was sent to. Sign
          out, and follow the link again.
        </p>
      );
    case 'make-account':
      return <NewAccount page={page} refused={refused} />;
    default:
      return page.next satisfies never;
  }
}

function AtProvider({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <>
      <input type="hidden" name="provider" value={id} />
      <p>
        <button className="nhsuk-button" name="intent" value="provider">
          {`Accept, and sign in with ${name}`}
        </button>
      </p>
    </>
  );
}

function NewAccount({ page, refused }: Props) {
  const field = (name: string) => ({
    name,
    value: refused?.typed[name],
    error: refused?.errors[name],
    width: 'two-thirds' as const,
  });
  return (
    <form method="post" noValidate>
      <TextField
        {...field('email')}
        label="Email address"
        hint="The one that the invitation was sent to"
        type="email"
        autoComplete="username"
      />
      <TextField {...field('name')} label="Your name" autoComplete="name" />
      {page.provider === null ? null : <AtProvider {...page.provider} />}
      {page.provider?.required === true ? null : <WithPassword page={page} refused={refused} />}
    </form>
  );
}

function WithPassword({ page, refused }: Props) {
  return (
    <>
      {page.provider === null ? null : <p>Or choose a password for this service alone:</p>}
      <TextField
        name="password"
        error={refused?.errors['password']}
        width="two-thirds"
        label="New password"
        hint={`At least ${page.least} characters. Three words that only you would put together are long and easy to remember.`}
        type="password"
        autoComplete="new-password"
      />
      <button className="nhsuk-button">Accept the invitation</button>
    </>
  );
}
