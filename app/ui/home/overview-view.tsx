// The departments of an organisation beside each other, narrowed and ordered by the address.
import { OVERVIEW_SORTS, OVERVIEW_STATES } from '#app/domain/home/overview.ts';
import { addressOf } from '#app/addresses.ts';
import type { OverviewPage } from '#app/queries/home/overview-page.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/kit/fields.tsx';
import { OVERVIEW, OVERVIEW_SORT, OVERVIEW_STATE } from '#words/home/overview-words.ts';
import { OverviewTable } from './overview-table.tsx';

type Props = { readonly page: OverviewPage };

export function OverviewView({ page }: Props) {
  const { id: organisation, name, rows, all, query } = page;
  const path = addressOf('/organisations/:organisation/overview', { organisation });
  const asked = `?${new URLSearchParams(query)}`;
  return (
    <>
      <PageTitle title={OVERVIEW.of(name)} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{name}</span>
        {OVERVIEW.title}
      </h1>
      <Filter path={path} query={query} />
      <p>
        {OVERVIEW.found(rows.length, all)}.{' '}
        {rows.length === all ? null : <a href={path}>{OVERVIEW.everything}</a>}
      </p>
      {rows.length === 0 ? <p>{OVERVIEW.none}</p> : <OverviewTable rows={rows} />}
      <ul className="nhsuk-list">
        <li>
          <a
            href={`${addressOf('/organisations/:organisation/overview.xlsx', { organisation })}${asked}`}
          >
            {OVERVIEW.asXlsx}
          </a>
        </li>
        <li>
          <a
            href={`${addressOf('/organisations/:organisation/overview.pdf', { organisation })}${asked}`}
          >
            {OVERVIEW.asPdf}
          </a>
        </li>
      </ul>
    </>
  );
}

type FilterProps = { readonly path: string; readonly query: OverviewPage['query'] };

function Filter({ path, query }: FilterProps) {
  return (
    <form
      method="get"
      action={path}
      className="app-filter"
      role="search"
      aria-label={OVERVIEW.filter}
    >
      <TextField name="text" label={OVERVIEW.text} value={query.text} />
      <SelectField
        name="state"
        label={OVERVIEW.state}
        options={[
          { value: '', label: OVERVIEW.all },
          ...OVERVIEW_STATES.map((value) => ({ value, label: OVERVIEW_STATE[value] })),
        ]}
        value={query.state}
      />
      <SelectField
        name="sort"
        label={OVERVIEW.sort}
        options={OVERVIEW_SORTS.map((value) => ({ value, label: OVERVIEW_SORT[value] }))}
        value={query.sort}
      />
      <button className="nhsuk-button nhsuk-button--secondary">{OVERVIEW.show}</button>
    </form>
  );
}
