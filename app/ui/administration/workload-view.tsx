// Who has how much before them, and how long decisions take.
import { WORKLOAD } from '#words/administration/administration-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { WorkloadPage } from '#app/queries/administration/workload-page.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { days } from '#words/review/promise-text.ts';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { dayText } from '#words/kit/time.ts';

export function WorkloadView({ page }: { readonly page: WorkloadPage }) {
  return (
    <>
      <PageTitle title="Workload and turnaround" />
      <AdminLinks here={addressOf('/admin/workload')} />
      <h1 className="nhsuk-heading-l">Workload and turnaround</h1>
      <h2 className="nhsuk-heading-m">Workload</h2>
      <p>Open reviews only. Whether ratings are sealed is told, never what they are.</p>
      {page.people.length === 0 ? <p>No review is open.</p> : <People people={page.people} />}
      <h2 className="nhsuk-heading-m">Turnaround</h2>
      <p>
        Days from submission to the first decision. Withdrawn submissions are left out. An outcome
        is promised within 12 weeks, which is 84 days.
      </p>
      {page.rounds.length === 0 ? (
        <p>Nothing has been submitted yet.</p>
      ) : (
        <Rounds rounds={page.rounds} />
      )}
    </>
  );
}

function People({ people }: Pick<WorkloadPage, 'people'>) {
  return (
    <ScrollTable
      caption="Panel members with open reviews"
      columns={[
        'Name',
        numeric('Open reviews'),
        numeric('Interests to declare'),
        numeric('Ratings to seal'),
        numeric('Ratings sealed'),
        numeric('Conflicts declared'),
        'Last active',
      ]}
    >
      {people.map((person) => (
        <TableRow key={person.id}>
          <th className="nhsuk-table__header" scope="row">
            <bdi>{person.name}</bdi>
          </th>
          {numbers([person.open, person.toDeclare, person.toSeal, person.sealed, person.conflicts])}
          <td className="nhsuk-table__cell app-unbroken">
            {person.lastOn === null ? 'Not yet' : dayText(person.lastOn)}
          </td>
        </TableRow>
      ))}
    </ScrollTable>
  );
}

function Rounds({ rounds }: Pick<WorkloadPage, 'rounds'>) {
  return (
    <ScrollTable
      caption="Turnaround by round"
      columns={[
        'Round',
        numeric('Submissions'),
        numeric('Decided'),
        numeric('Decided late'),
        numeric('Late now'),
        'Median',
        'Longest',
      ]}
    >
      {rounds.map((round) => (
        <TableRow key={round.id}>
          <th className="nhsuk-table__header" scope="row">
            {round.name}
          </th>
          {numbers([round.submitted, round.decided, round.missed, round.late])}
          <td className="nhsuk-table__cell">{daysOrNone(round.median)}</td>
          <td className="nhsuk-table__cell">{daysOrNone(round.longest)}</td>
        </TableRow>
      ))}
    </ScrollTable>
  );
}

function numbers(of: readonly number[]) {
  return of.map((number, column) => (
    // The columns never change.
    // oxlint-disable-next-line react/no-array-index-key
    <td className="nhsuk-table__cell nhsuk-table__cell--numeric" key={column}>
      {number}
    </td>
  ));
}

function numeric(title: string) {
  return { title, numeric: true } as const;
}

function daysOrNone(number: number | null): string {
  return number === null ? WORKLOAD.noneDecided : days(number);
}
