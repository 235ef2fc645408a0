// One's own account: who one is here, how one signs in, where one is signed in, and what is held.
import { addressOf } from '#app/addresses.ts';
import type { ReactNode } from 'react';
import type { accountPage } from '#app/queries/accounts/account-page.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { FactorReset } from './factor-reset.tsx';
import { Column, Done } from '#app/ui/kit/page.tsx';

type Props = {
  readonly page: Awaited<ReturnType<typeof accountPage>> & { readonly done: string | null };
};

export function AccountView({ page }: Props) {
  return (
    <Column>
      <PageTitle title="Your account" />
      <Done what={page.done} />
      <h1 className="nhsuk-heading-l">Your account</h1>
      <FactorReset reset={page.reset} />
      <Ways page={page} />
      <Roles roles={page.roles} />
      <h2 className="nhsuk-heading-m">What is held about you</h2>
      <p>
        <a href={addressOf('/account/data')} download>
          Download what is held about you (JSON)
        </a>
        . The <a href={addressOf('/privacy')}>privacy notice</a> says what it is for.
      </p>
    </Column>
  );
}

/** Who one is here, how one signs in, and where one is signed in. */
function Ways({ page }: Pick<Props, 'page'>) {
  return (
    <dl className="nhsuk-summary-list">
      <Row what="Name" href={addressOf('/account/name')}>
        <bdi>{page.name}</bdi>
      </Row>
      <Row what="Email address" href={addressOf('/account/address')}>
        <bdi>{page.email}</bdi>
      </Row>
      <Row what="Password" href={page.hasPassword ? addressOf('/account/password') : null}>
        {page.hasPassword ? 'Set' : 'None: you sign in at your organisation'}
      </Row>
      {page.provider === null ? null : (
        <Row what="Your organisation" href={addressOf('/account/provider')}>
          {page.provider.linked ? `You can sign in at ${page.provider.name}` : 'Not linked'}
        </Row>
      )}
      <Row what="Authenticator app" href={addressOf('/account/second-factor')}>
        {page.authenticator ? 'In use' : 'Not set up'}
        {page.needed && !page.authenticator && page.passkeys === 0
          ? '. Your role needs a second factor.'
          : ''}
      </Row>
      <Row what="Passkeys" href={addressOf('/account/passkeys')}>
        {page.passkeys === 0 ? 'None' : String(page.passkeys)}
      </Row>
      <Row what="Signed in" href={addressOf('/account/sessions')}>
        {page.sessions === 1 ? 'Here only' : `On ${page.sessions} browsers`}
      </Row>
    </dl>
  );
}

function Roles({ roles }: Pick<Props['page'], 'roles'>) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Your roles</h2>
      {roles.length === 0 ? <p>You have no role at the moment.</p> : null}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {roles.map(({ role, place }) => (
          <li key={`${role} ${place}`}>
            {role}
            {place === '' ? '' : `, ${place}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({
  what,
  href,
  children,
}: {
  readonly what: string;
  readonly href: string | null;
  readonly children: ReactNode;
}) {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{what}</dt>
      <dd className="nhsuk-summary-list__value">{children}</dd>
      <dd className="nhsuk-summary-list__actions">
        {href === null ? null : (
          <a href={href}>
            Change<span className="nhsuk-u-visually-hidden"> {what.toLowerCase()}</span>
          </a>
        )}
      </dd>
    </div>
  );
}
