// All ratings of one reviewer, before they are sealed.
import { addressOf } from '#app/addresses.ts';
import type { SealPage } from '#app/queries/review/seal-page.ts';
import { TickedList } from '#app/ui/charters/statement-lists.tsx';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';

type Props = { readonly page: SealPage; readonly error: string | null };

export function SealView({ page, error }: Props) {
  return (
    <>
      <PageTitle title={`Seal your ratings: ${page.department}`} problems={error !== null} />
      <BackLink to={addressOf('/reviews/:review', { review: page.id })}>
        Review of {page.department}
      </BackLink>
      <Column>
        <ErrorSummary problems={error === null ? [] : [{ text: error, field: null }]} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.department}</span>
          Check and seal your ratings
        </h1>
        {page.sections.map((section) => (
          <section key={section.id} aria-labelledby={`section-${section.id}`}>
            <h2 className="nhsuk-heading-m" id={`section-${section.id}`}>
              {section.title}
            </h2>
            <dl className="nhsuk-summary-list">
              {section.criteria.map((criterion) => (
                <div className="nhsuk-summary-list__row" key={criterion.id}>
                  <dt className="nhsuk-summary-list__key">
                    {criterion.id} {criterion.title}
                  </dt>
                  <dd className="nhsuk-summary-list__value">
                    <strong>{criterion.rating ?? 'Not rated'}</strong> (claimed: {criterion.claimed}
                    )
                    <TickedList shown={criterion.statements} level="h3" />
                    <p className="app-narrative">{criterion.reason || 'No reason'}</p>
                  </dd>
                  <dd className="nhsuk-summary-list__actions">
                    <a
                      href={addressOf('/reviews/:review/criteria/:criterion', {
                        review: page.id,
                        criterion: criterion.id,
                      })}
                    >
                      Change
                      <span className="nhsuk-u-visually-hidden"> the rating of {criterion.id}</span>
                    </a>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {page.open > 0 ? (
          <p>
            {page.open === 1 ? 'One criterion is' : `${page.open} criteria are`} not rated, or
            without a reason. Rate every criterion before you seal.
          </p>
        ) : (
          <form method="post">
            <p>
              Once sealed, your ratings are final. You see those of your colleagues when the chair
              opens the discussion.
            </p>
            <button className="nhsuk-button">Seal my ratings</button>
          </form>
        )}
      </Column>
    </>
  );
}
