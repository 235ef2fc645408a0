// The meeting: how far the reviewers agree, and the criteria on which they differ most first.
import { addressOf } from '#app/addresses.ts';
import type { DiscussionPage } from '#app/queries/review/discussion-page.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Done } from '#app/ui/kit/page.tsx';
import { Progress } from '#app/ui/kit/done-so-far.tsx';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { TitledList } from '#app/ui/kit/lists/titled-list.tsx';
import { DISCUSSION } from '#words/review/review-pages.ts';
import { differenceText } from '#words/review/review-words.ts';

type Props = { readonly page: DiscussionPage & { readonly done: string | null } };

export function DiscussionView({ page }: Props) {
  const { alpha, ac2 } = page.agreement;
  return (
    <>
      <PageTitle title={`Discussion: ${page.department}`} />
      <BackLink to={addressOf('/reviews/:review', { review: page.id })}>
        Review of {page.department}
      </BackLink>
      <Done what={page.done} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{page.department}</span>
        Discussion
      </h1>
      <p>
        {page.reviewers} reviewers rated independently. Those criteria come first on which they
        differ most.
      </p>
      <dl className="nhsuk-summary-list">
        <Row term="Krippendorff’s alpha (ordinal)" value={alpha} />
        <Row term="Gwet’s AC2 (quadratic weights)" value={ac2} />
      </dl>
      <Progress ready={page.agreedCount} all={page.rows.length} are="agreed" />
      <ScrollTable
        caption="Criteria, those with the widest difference first"
        columns={['Criterion', 'Claimed', 'Supported', 'Ratings', 'Difference', 'Notes', 'Agreed']}
      >
        {page.rows.map((row) => (
          <TableRow key={row.id}>
            <th className="nhsuk-table__header" scope="row">
              <a
                href={addressOf('/reviews/:review/discussion/:criterion', {
                  review: page.id,
                  criterion: row.id,
                })}
              >
                {row.id} {row.title}
              </a>
            </th>
            <td className="nhsuk-table__cell">{row.claimed}</td>
            <td className="nhsuk-table__cell">{row.supported}</td>
            <td className="nhsuk-table__cell app-unbroken">
              {row.ratings.length === 0 ? 'None' : row.ratings.join(', ')}
            </td>
            <td className="nhsuk-table__cell">{differenceText(row.difference)}</td>
            <td className="nhsuk-table__cell">{row.notes}</td>
            <td className="nhsuk-table__cell">{row.agreed ?? 'Not yet'}</td>
          </TableRow>
        ))}
      </ScrollTable>
      <TitledList
        title={DISCUSSION.rulesOut}
        items={page.out.map(({ id, title }) => `${id} ${title}`)}
      />
      <p>
        <a
          className="nhsuk-button"
          href={addressOf('/reviews/:review/decision', { review: page.id })}
        >
          {page.mayDecide ? 'Go on to the decision' : 'See the score of what is agreed'}
        </a>
      </p>
    </>
  );
}

function Row({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{term}</dt>
      <dd className="nhsuk-summary-list__value">{value}</dd>
    </div>
  );
}
