// The register of awards: a search, filters, and a page of awards, newest first. No script is needed.
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import { placeText } from '#app/domain/award/register-place.ts';
import type { RegisterFilter } from '#app/domain/award/register-words.ts';
import type { RegisterPage } from '#app/queries/award/register-page.ts';
import { AwardList } from './award-list.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { type Option, SelectField, TextField } from '#app/ui/kit/fields.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';

type Props = { readonly page: RegisterPage & { readonly licence: string | null } };

export function RegisterView({ page }: Props) {
  const isNarrowed = Object.values(page.filter).some((value) => value !== null);
  return (
    <>
      <PageTitle title="Award register" />
      <BackLink to="/">Start page</BackLink>
      <Column>
        <h1 className="nhsuk-heading-l">Award register</h1>
        <p>
          Every award that has been published, with its report, its action plan and its certificate.
          You can also <a href={addressOf('/verify')}>check that a certificate is genuine</a>.
        </p>
        <SearchForm page={page} />
      </Column>
      <section aria-labelledby="found">
        <h2 className="nhsuk-heading-m" id="found">
          {isNarrowed ? 'Awards found' : 'All awards'}, newest first
        </h2>
        <Found page={page} isNarrowed={isNarrowed} />
      </section>
      <PageWays path={addressOf('/awards')} page={page} />
      <p>
        For your own programs: <a href={csvAddress(page.filter)}>these awards as CSV</a>,{' '}
        <a href={addressOf('/awards/feed.atom')}>new awards as a feed</a>, and{' '}
        <a href={addressOf('/api/v1/openapi.json')}>a documented interface (OpenAPI)</a>.
        {page.licence === null ? null : (
          <>
            {' '}
            Anyone may use them under{' '}
            <a href={page.licence} rel="license">
              the licence of the register
            </a>
            .
          </>
        )}
      </p>
    </>
  );
}

function SearchForm({ page: { filter, choices } }: { readonly page: RegisterPage }) {
  const all: Option = { value: '', label: LABEL.all };
  return (
    <form method="get" action={addressOf('/awards')} role="search" aria-label="Awards">
      <TextField
        name="words"
        label="Search"
        hint="Words of a department, an organisation or a level, or the number of an award, or parts of them"
        value={filter.words ?? ''}
      />
      <details className="nhsuk-details" open={isFiltered(filter)}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Filter the awards</span>
        </summary>
        <div className="nhsuk-details__text">
          <TextField
            name="organisation"
            label="Organisation"
            hint="Words of its name, present or former, or its ODS code"
            value={filter.organisation ?? ''}
          />
          <SelectField
            name="level"
            label="Level"
            options={[all, ...choices.levels]}
            value={filter.level ?? ''}
          />
          <SelectField
            name="charter"
            label="Charter"
            options={[all, ...choices.charters]}
            value={filter.charter ?? ''}
          />
          <SelectField
            name="year"
            label="Year of the award"
            options={[all, ...choices.years]}
            value={filter.year ?? ''}
          />
        </div>
      </details>
      <button className="nhsuk-button">Search</button>
    </form>
  );
}

function isFiltered({ organisation, level, charter, year }: RegisterFilter): boolean {
  return [organisation, level, charter, year].some((value) => value !== null);
}

type FoundProps = { readonly page: RegisterPage; readonly isNarrowed: boolean };

function Found({ page: { entries, next, isFirst }, isNarrowed }: FoundProps) {
  if (entries.length > 0) return <AwardList entries={entries} />;
  if (next !== null) return <p>None of the awards looked at so far fits. Go on to older ones.</p>;
  if (!isFirst) return <p>There are no older awards that fit.</p>;
  return isNarrowed ? (
    <p>
      No award fits. Try fewer words, or <a href={addressOf('/awards')}>see all awards</a>.
    </p>
  ) : (
    <p>No award has been published yet.</p>
  );
}

function csvAddress(filter: RegisterFilter): string {
  return withQuery(addressOf('/awards.csv'), queryOf(filter));
}

function queryOf(filter: Partial<RegisterFilter>): URLSearchParams {
  const kept = Object.entries(filter).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return new URLSearchParams(kept);
}

type Ways = {
  readonly next: RegisterPage['next'];
  readonly isFirst: boolean;
  readonly filter?: RegisterFilter;
};

/** The way on through a list that is read from its newest end. */
export function PageWays({ path, page }: { readonly path: string; readonly page: Ways }) {
  const { next, isFirst, filter = {} } = page;
  if (next === null && isFirst) return null;
  const kept = [...queryOf(filter)];
  const first = new URLSearchParams(kept);
  const older = new URLSearchParams(next === null ? kept : [...kept, ['after', placeText(next)]]);
  return (
    <nav className="app-neighbours" aria-label="Pages">
      {isFirst ? <span /> : <a href={withQuery(path, first)}>Newest awards</a>}
      {next === null ? <span /> : <a href={withQuery(path, older)}>Older awards</a>}
    </nav>
  );
}

function withQuery(path: string, query: URLSearchParams): string {
  const text = String(query);
  return text === '' ? path : `${path}?${text}`;
}
