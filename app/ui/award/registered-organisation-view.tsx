// An organisation in the register, with its awards and those of what became part of it.
import { addressOf } from '#app/addresses.ts';
import type { RegisteredOrganisationPage } from '#app/queries/award/registered-organisation.ts';
import { AwardList } from './award-list.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { PageWays } from './register-view.tsx';

export function RegisteredOrganisationView({
  page,
}: {
  readonly page: RegisteredOrganisationPage;
}) {
  const { id, name, odsCode, formerly, nowPartOf, predecessors } = page;
  return (
    <>
      <PageTitle title={`Awards of ${name}`} />
      <BackLink to={addressOf('/awards')}>Award register</BackLink>
      <Column>
        <h1 className="nhsuk-heading-l">Awards of {name}</h1>
        {odsCode === null ? null : <p>ODS code: {odsCode}</p>}
        {formerly.length === 0 ? null : <p>Formerly: {formerly.join(', ')}</p>}
        {nowPartOf === null ? null : (
          <p>
            Now part of{' '}
            <a href={addressOf('/awards/organisations/:holder', { holder: nowPartOf.id })}>
              {nowPartOf.name}
            </a>
          </p>
        )}
        {predecessors.length === 0 ? null : (
          <p>
            These became part of it, and their awards are listed here, too:{' '}
            {predecessors.map((one) => one.name).join(', ')}.
          </p>
        )}
      </Column>
      <AwardList entries={page.entries} />
      <PageWays path={addressOf('/awards/organisations/:holder', { holder: id })} page={page} />
    </>
  );
}
