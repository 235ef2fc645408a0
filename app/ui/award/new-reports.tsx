// Yearly reports that nobody of the awarding body has read yet, where its work is listed.
import { addressOf } from '#app/addresses.ts';
import type { NewReport } from '#app/queries/award/new-reports.ts';
import { dayOf } from '#words/kit/time.ts';

export function NewReports({ reports }: { readonly reports: readonly NewReport[] }) {
  if (reports.length === 0) return <p>No new report on a plan.</p>;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {reports.map(({ number, organisation, department, year, sentAt }) => (
        <li key={`${number} ${year}`}>
          <a href={`${addressOf('/admin/awards/:award', { award: number })}#reports`}>
            {department}, {organisation}: report of year {year}
          </a>
          , sent on {dayOf(sentAt)}
        </li>
      ))}
    </ul>
  );
}
