// The administrator's desk: what waits, what is late, and every submission with its state.
import { addressOf } from '#app/addresses.ts';
import type { DeskPage } from '#app/queries/administration/desk-page.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { SelectField } from '#app/ui/kit/fields.tsx';
import { NewReports } from '#app/ui/award/new-reports.tsx';
import { Done } from '#app/ui/kit/page.tsx';
import { PageLinks } from '#app/ui/kit/page-links.tsx';
import { promiseText } from '#words/review/promise-text.ts';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { dayText } from '#words/kit/time.ts';

type Props = { readonly page: DeskPage & { readonly done: string | null } };

export function DeskView({ page }: Props) {
  return (
    <>
      <PageTitle title="Submissions" />
      <AdminLinks here={addressOf('/admin/desk')} />
      <Done what={page.done} />
      <h1 className="nhsuk-heading-l">Submissions</h1>
      {page.all === 0 ? <p>Nothing has been submitted yet.</p> : <Listed page={page} />}
      <h2 className="nhsuk-heading-m">New reports on plans</h2>
      <NewReports reports={page.reports} />
      <p>You see what has been submitted, never a draft and, before a decision, no rating.</p>
    </>
  );
}

function Listed({ page }: { readonly page: DeskPage }) {
  const { filter, items } = page;
  const query = new URLSearchParams({ round: filter.round, stage: filter.stage });
  return (
    <>
      {page.late === 0 ? null : (
        <div className="nhsuk-inset-text">
          <p>
            <strong>
              {page.late} {page.late === 1 ? 'submission is' : 'submissions are'} later than
              promised.
            </strong>{' '}
            An outcome is promised within 12 weeks.
          </p>
        </div>
      )}
      <p>
        {page.waiting === 0
          ? 'None waits for a panel.'
          : `${page.waiting} ${page.waiting === 1 ? 'waits' : 'wait'} for a panel.`}
      </p>
      <Filter page={page} />
      {items.length === 0 ? (
        <p>No submission is like that.</p>
      ) : (
        <ScrollTable
          caption={`${page.found} of ${page.all} submissions`}
          columns={['Submission', 'State', 'Outcome within 12 weeks', 'Panel', 'Round']}
        >
          {items.map((row) => (
            <Row key={row.number} row={row} />
          ))}
        </ScrollTable>
      )}
      <PageLinks
        path={`${addressOf('/admin/desk')}?${query}`}
        page={page.page}
        pages={page.pages}
        next="Earlier"
        previous="Later"
      />
      <p>
        <a href={addressOf('/admin/desk/submissions.xlsx')}>
          Download submissions, workload and turnaround (Excel)
        </a>
      </p>
    </>
  );
}

/** Where an administrator goes on with a submission: its award, its panel, or the choice of a panel. */
function goesOnAt({ award, panelId }: DeskPage['items'][number]): string {
  if (award !== null) return addressOf('/admin/awards/:award', { award });
  return panelId === null
    ? addressOf('/admin/panels')
    : addressOf('/admin/panels/:panel', { panel: panelId });
}

function Row({ row }: { readonly row: DeskPage['items'][number] }) {
  const { promise, outcome, level, revisionsDueOn } = row;
  const decided = [outcome, level].filter(Boolean).join(': ');
  return (
    <TableRow>
      <th className="nhsuk-table__header" scope="row">
        <a href={goesOnAt(row)}>
          {row.number}. {row.department}
        </a>
        <div className="nhsuk-hint nhsuk-u-margin-bottom-0">
          {row.organisation}, submitted {dayText(row.submittedOn)}
        </div>
      </th>
      <td className="nhsuk-table__cell">
        {row.stageText}
        {decided === '' ? null : (
          <div className="nhsuk-hint nhsuk-u-margin-bottom-0">
            {decided}
            {revisionsDueOn === null ? '' : `, due ${dayText(revisionsDueOn)}`}
          </div>
        )}
      </td>
      <td className="nhsuk-table__cell">
        {promise === null ? null : promise.kind === 'late' ? (
          <strong>{promiseText(promise)}</strong>
        ) : (
          promiseText(promise)
        )}
      </td>
      <td className="nhsuk-table__cell">
        {row.panelId === null ? (
          row.panel
        ) : (
          <a href={addressOf('/admin/panels/:panel', { panel: row.panelId })}>{row.panel}</a>
        )}
      </td>
      <td className="nhsuk-table__cell">
        {row.roundId === null ? (
          row.round
        ) : (
          <a href={addressOf('/admin/rounds/:round', { round: row.roundId })}>{row.round}</a>
        )}
      </td>
    </TableRow>
  );
}

function Filter({ page }: { readonly page: DeskPage }) {
  return (
    <form method="get" className="app-filter">
      <SelectField
        name="round"
        label="Round"
        options={[{ value: '', label: 'All rounds' }, ...page.rounds]}
        value={page.filter.round}
      />
      <SelectField
        name="stage"
        label="State"
        options={[{ value: '', label: 'All states' }, ...page.stages]}
        value={page.filter.stage}
      />
      <button className="nhsuk-button nhsuk-button--secondary">Show</button>
    </form>
  );
}
