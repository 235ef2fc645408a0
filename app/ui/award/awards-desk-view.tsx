// Awards that wait for publication, objections that wait for an answer, and the newest in the register.
import { addressOf } from '#app/addresses.ts';
import type { AwardsDesk } from '#app/queries/award/awards-desk.ts';
import type { RegisterEntry } from '#app/queries/award/register-entry.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { TextField } from '#app/ui/kit/fields.tsx';
import { AwardStateTag } from './award-state.tsx';
import { NewReports } from './new-reports.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import { dayOf, dayText } from '#words/kit/time.ts';

type Props = { readonly page: AwardsDesk & { readonly typed: string } };

export function AwardsDeskView({ page }: Props) {
  return (
    <>
      <PageTitle title="Awards" />
      <AdminLinks here={addressOf('/admin/awards')} />
      <Column>
        <h1 className="nhsuk-heading-l">Awards</h1>
        <h2 className="nhsuk-heading-m">Waiting for publication</h2>
        {page.waiting.length === 0 ? <p>No award waits.</p> : null}
        <Entries entries={page.waiting} waiting />
        <h2 className="nhsuk-heading-m">Open objections</h2>
        {page.objections.length === 0 ? <p>No objection is open.</p> : null}
        <ul className="nhsuk-list">
          {page.objections.map(({ id, number, madeAt }) => (
            <li key={id}>
              <a href={`${addressOf('/admin/awards/:award', { award: number })}#objections`}>
                {number}
              </a>
              : made on {dayOf(madeAt)}
            </li>
          ))}
        </ul>
        <h2 className="nhsuk-heading-m">New reports on plans</h2>
        <NewReports reports={page.reports} />
        <h2 className="nhsuk-heading-m">Newest in the register</h2>
        {page.newest.length === 0 ? <p>No award has been published yet.</p> : null}
        <Entries entries={page.newest} waiting={false} />
        <form method="get" action={addressOf('/admin/awards')} noValidate>
          <TextField
            name="number"
            label="Open an award by its number"
            hint="Such as MC-2027-0042"
            width="20"
            value={page.typed}
          />
          <button className="nhsuk-button nhsuk-button--secondary">Open the award</button>
        </form>
      </Column>
    </>
  );
}

type EntriesProps = { readonly entries: readonly RegisterEntry[]; readonly waiting: boolean };

function Entries({ entries, waiting }: EntriesProps) {
  return (
    <ul className="nhsuk-list">
      {entries.map(({ number, department, organisation, level, awardedOn, state }) => (
        <li key={number}>
          <a href={addressOf('/admin/awards/:award', { award: number })}>
            {department}, {organisation.name}: {level.label}
          </a>
          , decided on {dayText(awardedOn)} {waiting ? null : <AwardStateTag state={state} />}
        </li>
      ))}
    </ul>
  );
}
