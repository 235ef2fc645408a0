// The record of events: who did what and when, with filters, newest first. No text that anybody typed.
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import { detailsText, eventText } from '#app/domain/audit/event.ts';
import type { TrailPage } from '#app/queries/administration/trail-page.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/kit/fields.tsx';
import { BackLink } from '#app/ui/kit/page.tsx';
import { PageLinks } from '#app/ui/kit/page-links.tsx';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { dayAndTime, dayOf } from '#words/kit/time.ts';

type Props = { readonly page: TrailPage; readonly path: string };

export function TrailView({ page, path }: Props) {
  const query = new URLSearchParams(Object.entries(page.asked).filter(([, value]) => value !== ''));
  return (
    <>
      <PageTitle title="Record of events" />
      {page.whole ? (
        <AdminLinks here={addressOf('/admin/trail')} />
      ) : (
        <BackLink to="/">Start page</BackLink>
      )}
      <h1 className="nhsuk-heading-l">Record of events</h1>
      <p className="nhsuk-u-reading-width">
        {page.whole
          ? 'Who did what, and when. Of assessments and reviews it shows that something was done, never what was written or rated.'
          : 'Who did what, and when, in what you lead. It never shows what was written, nor what a panel does.'}
      </p>
      <Filter page={page} path={path} />
      {page.items.length === 0 ? (
        <p>No event is like that.</p>
      ) : (
        <div className="app-trail">
          <ScrollTable
            caption={page.found === 1 ? '1 event' : `${page.found} events, newest first`}
            columns={['When', 'Event', 'Person', 'Where', 'About']}
          >
            {page.items.map((item) => (
              <Row key={item.sequence} item={item} />
            ))}
          </ScrollTable>
        </div>
      )}
      <PageLinks
        path={query.size === 0 ? path : `${path}?${query}`}
        page={page.page}
        pages={page.pages}
        next="Earlier"
        previous="Later"
      />
      <p>
        <a href={query.size === 0 ? `${path}.csv` : `${path}.csv?${query}`}>
          Download these events (CSV)
        </a>
        , at most 50,000, the newest.
      </p>
    </>
  );
}

function Filter({ page: { asked, events, organisations, assessments, whole }, path }: Props) {
  const any = { value: '', label: LABEL.all };
  return (
    <form method="get" action={path} className="app-filter" aria-label="Filter the events">
      <SelectField
        name="event"
        label="Event"
        options={[any, ...events.map((event) => ({ value: event, label: eventText(event) }))]}
        value={asked.event}
      />
      <TextField
        name="person"
        label="Name or email address of a person"
        width="20"
        value={asked.person}
      />
      {whole ? (
        <SelectField
          name="organisation"
          label="Organisation"
          options={[any, ...organisations]}
          value={asked.organisation}
        />
      ) : null}
      {whole ? (
        <TextField
          name="assessment"
          label="Id of an assessment"
          width="20"
          value={asked.assessment}
        />
      ) : (
        <SelectField
          name="assessment"
          label="Assessment"
          options={[
            any,
            ...assessments.map(({ id, department, name, createdAt }) => ({
              value: id,
              label: `${labelOf({ department, name })}, begun ${dayOf(createdAt)}`,
            })),
          ]}
          value={asked.assessment}
        />
      )}
      <TextField name="from" label="From day" type="date" width="10" value={asked.from} />
      <TextField name="to" label="To day" type="date" width="10" value={asked.to} />
      <button className="nhsuk-button nhsuk-button--secondary">Show</button>
    </form>
  );
}

function Row({ item }: { readonly item: TrailPage['items'][number] }) {
  return (
    <TableRow>
      <th className="nhsuk-table__header" scope="row">
        {dayAndTime(item.at)}
        <div className="nhsuk-hint nhsuk-u-margin-bottom-0">No. {item.sequence}</div>
      </th>
      <td className="nhsuk-table__cell">{eventText(item.event)}</td>
      <td className="nhsuk-table__cell">
        {item.person === '' ? 'The service' : <bdi>{item.person}</bdi>}
      </td>
      <td className="nhsuk-table__cell">
        {[item.department, item.organisation].filter(Boolean).join(', ')}
      </td>
      <td className="nhsuk-table__cell">
        <span className="app-narrative">{item.subject === item.actor ? '' : item.subject}</span>
        <div className="nhsuk-hint nhsuk-u-margin-bottom-0 app-narrative">
          {detailsText(item.details)}
        </div>
      </td>
    </TableRow>
  );
}
