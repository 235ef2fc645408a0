// One person as an administrator sees them: roles, and a one-time link to choose a password.
import type { personPage } from '#app/queries/administration.ts';
import { ErrorSummary, PageTitle } from './error-summary.tsx';
import { BackLink, Column, Done } from './page.tsx';

type Page = NonNullable<Awaited<ReturnType<typeof personPage>>>;
type Props = {
  readonly page: Page & { readonly done: string | null; readonly minutes: number };
  readonly answered: { readonly link: string | null; readonly error: string | null } | null;
};

export function PersonView({ page, answered }: Props) {
  const error = answered?.error ?? null;
  return (
    <>
      <PageTitle title={page.name} problems={error !== null} />
      <BackLink to="/admin">Administration</BackLink>
      <Column>
        <ErrorSummary problems={error === null ? [] : [{ text: error, field: null }]} />
        <Done what={answered === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">
          <bdi>{page.name}</bdi>
        </h1>
        <p>{page.email}</p>
        {answered?.link ? (
          <div className="nhsuk-inset-text">
            <p>
              Give this link to {page.name} in a way that only they can read. It works once, for{' '}
              {page.minutes} minutes, and is not shown again.
            </p>
            <p className="app-narrative">
              <code>{answered.link}</code>
            </p>
          </div>
        ) : null}
        <h2 className="nhsuk-heading-m">Roles</h2>
        {page.roles.length === 0 ? <p>No role: this person can sign in and sees nothing.</p> : null}
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
        <h2 className="nhsuk-heading-m">Second factor</h2>
        <p>
          <a href={`/admin/people/${page.id}/second-factor`}>
            See it, or take it away where the device is lost
          </a>
        </p>
        <h2 className="nhsuk-heading-m">Password</h2>
        <p>
          A new link makes earlier unused links invalid. The present password works until it is
          used.
        </p>
        <form method="post">
          <button className="nhsuk-button" name="intent" value="link">
            Make a password link
          </button>
        </form>
      </Column>
    </>
  );
}
