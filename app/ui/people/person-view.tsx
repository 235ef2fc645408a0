// One person as an administrator sees them: roles, a link to choose a password, closing the account.
import { addressOf } from '#app/addresses.ts';
import type { personPage } from '#app/queries/people/person-page.ts';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Page = NonNullable<Awaited<ReturnType<typeof personPage>>>;
type Shown = Page & { readonly done: string | null; readonly minutes: number };

export function PersonView({ page, error }: { page: Shown; error: string | null }) {
  return (
    <>
      <PageTitle title={page.name} problems={error !== null} />
      <BackLink to={addressOf('/admin')}>Administration</BackLink>
      <Column>
        <ErrorSummary problems={error === null ? [] : [{ text: error, field: null }]} />
        <Done what={error === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">
          <bdi>{page.name}</bdi>
        </h1>
        <p>
          {page.email}
          <br />
          {page.lastSignInAt === null
            ? 'No sign-in is noted yet.'
            : `Signed in last on ${dayAndTime(page.lastSignInAt)}.`}
        </p>
        {page.closedAt === null ? null : (
          <div className="nhsuk-inset-text">
            <p>
              This account was closed on {dayAndTime(page.closedAt)}. Nobody can sign in to it, and
              no mail goes to it. What was done with it stays.
            </p>
          </div>
        )}
        <Roles page={page} />
        {page.closedAt === null ? <Password page={page} error={error} /> : null}
        <h2 className="nhsuk-heading-m">Second factor</h2>
        <p>
          <a href={addressOf('/admin/people/:person/second-factor', { person: page.id })}>
            See it, or take it away where the device is lost
          </a>
        </p>
        <Closing page={page} />
      </Column>
    </>
  );
}

function Roles({ page }: { readonly page: Shown }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Roles</h2>
      {page.roles.length === 0 ? <p>No role: this person can sign in and sees nothing.</p> : null}
      {page.roles.length === 0 ? null : (
        <p>
          Whoever answers for the place, and this person, get a letter when a role is taken away.
        </p>
      )}
      <form method="post">
        <ul className="app-people">
          {page.roles.map(({ id, text }) => (
            <li key={id}>
              <p>{text}</p>
              <button
                className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
                name="remove"
                value={id}
              >
                Remove<span className="nhsuk-u-visually-hidden"> the role {text}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </>
  );
}

function Password({ page, error }: { readonly page: Shown; readonly error: string | null }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Password</h2>
      {error === null && page.done === 'link-sent' ? (
        <div className="nhsuk-inset-text">
          <p>
            A letter with a link is on its way to {page.email}. The link works once, for{' '}
            {page.minutes} minutes from now. Nobody but its reader sees it.
          </p>
        </div>
      ) : null}
      {page.sends ? (
        <>
          <p>
            The owner gets a letter with a link that works once, for {page.minutes} minutes. It
            makes earlier unused links invalid; the present password works until it is used. For a
            day after that they neither sign nor record a decision.
          </p>
          <form method="post">
            <button className="nhsuk-button" name="intent" value="link">
              Send a password link
            </button>
          </form>
        </>
      ) : (
        <p>
          No mail server is set, so a link to choose a password is made on the command line alone,
          by whoever runs the service: <code>charter admin reset-link --email {page.email}</code>
        </p>
      )}
    </>
  );
}

function Closing({ page }: { readonly page: Shown }) {
  if (page.own) return null;
  const closed = page.closedAt !== null;
  return (
    <>
      <h2 className="nhsuk-heading-m">Account</h2>
      <p>
        {closed
          ? 'Opened again, it has the roles that stand above, and its password works.'
          : 'Closing it ends every session at once and stops all mail to it. What its owner wrote, signed and decided stays. The owner, and whoever answers for the same places, get a letter.'}
      </p>
      <form method="post">
        <button
          className={`nhsuk-button ${closed ? 'nhsuk-button--secondary' : 'nhsuk-button--warning'}`}
          name="intent"
          value={closed ? 'open' : 'close'}
        >
          {closed ? 'Open the account again' : 'Close the account'}
        </button>
      </form>
    </>
  );
}
