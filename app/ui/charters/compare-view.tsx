// Two charter versions compared: whether the version number tells the truth, and every difference.
import { addressOf } from '#app/addresses.ts';
import type { Compared, ComparePage } from '#app/queries/charters/charters-page.ts';
import { AdminLinks } from '#app/ui/kit/admin-links.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { SelectField } from '#app/ui/kit/fields.tsx';
import { Column } from '#app/ui/kit/page.tsx';
import { WordChanges } from '#app/ui/kit/words/changed-words.tsx';
import { TitledList } from '#app/ui/kit/lists/titled-list.tsx';

export function CompareView({ page }: { readonly page: ComparePage }) {
  return (
    <>
      <PageTitle title="Compare two versions of a charter" />
      <AdminLinks here={addressOf('/admin/charters')} />
      <Column>
        <h1 className="nhsuk-heading-l">Compare two versions of a charter</h1>
        <form method="get">
          <SelectField
            name="from"
            label="Earlier version"
            options={page.versions}
            value={page.from}
          />
          <SelectField name="to" label="Later version" options={page.versions} value={page.to} />
          <button className="nhsuk-button nhsuk-button--secondary">Compare</button>
        </form>
        {page.compared === null ? null : <Comparison compared={page.compared} />}
      </Column>
    </>
  );
}

/** Whether the version number tells the truth, and every difference. */
export function Comparison({ compared }: { readonly compared: Compared }) {
  const { title, verdict, truthful, causes, levels, criteria, unchanged } = compared;
  return (
    <>
      <h2 className="nhsuk-heading-m">{title}</h2>
      <p>{truthful ? verdict : <strong>{verdict}</strong>}</p>
      <TitledList
        title="Why a new version is needed"
        items={causes.map(({ text, needs }) => `${text} (${needs})`)}
      />
      <TitledList title="Levels" items={levels} />
      <h3 className="nhsuk-heading-s">Criteria</h3>
      <p>
        {unchanged} {unchanged === 1 ? 'criterion is' : 'criteria are'} unchanged.
      </p>
      {criteria.map((criterion) => (
        <Criterion key={criterion.id} criterion={criterion} />
      ))}
    </>
  );
}

function Criterion({ criterion }: { readonly criterion: Compared['criteria'][number] }) {
  const { id, name, text, toJudge, words } = criterion;
  return (
    <section className="app-evidence" aria-labelledby={`criterion-${id}`}>
      <h4 className="nhsuk-heading-xs" id={`criterion-${id}`}>
        {name}
      </h4>
      <p>{text}.</p>
      {toJudge ? (
        <p>Read it: if it now asks something else, only a major step tells the truth.</p>
      ) : null}
      {words.length === 0 ? null : (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              What changed, word by word
              <span className="nhsuk-u-visually-hidden"> in {name}</span>
            </span>
          </summary>
          <div className="nhsuk-details__text">
            {words.map(({ what, changes }) => (
              <div key={what}>
                <h5 className="nhsuk-heading-xs">{what}</h5>
                <WordChanges changes={changes} />
              </div>
            ))}
          </div>
        </details>
      )}
    </section>
  );
}
