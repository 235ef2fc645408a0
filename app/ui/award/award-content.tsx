// What the public reads of an award: ratings, narratives, commendations and the plan without names.
import type { AwardPage } from '#app/queries/award/award-page.ts';
import { Column } from '#app/ui/kit/page.tsx';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { publicFacts } from './public-facts.ts';
import { dayOf, dayText } from '#words/kit/time.ts';

type Content = Pick<AwardPage, 'overall' | 'sections' | 'commendations' | 'plan' | 'progress'>;

export function AwardContent({ page }: { readonly page: Content }) {
  return (
    <>
      <Commendations page={page} />
      <Ratings page={page} />
      <Plan page={page} />
    </>
  );
}

function Commendations({ page: { commendations } }: { readonly page: Content }) {
  if (commendations.length === 0) return null;
  return (
    <Column>
      <h2 className="nhsuk-heading-m">What the panel commends</h2>
      {commendations.map(({ title, text }) => (
        <div key={title}>
          <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">{title}</h3>
          <p className="app-narrative">{text}</p>
        </div>
      ))}
    </Column>
  );
}

function Ratings({ page: { overall, sections } }: { readonly page: Content }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">How it was rated</h2>
      <ScrollTable
        caption="Score by section"
        columns={['Section', { title: 'Score', numeric: true }]}
      >
        {[...sections, { id: 'overall', title: 'Overall', percent: overall }].map((section) => (
          <TableRow key={section.id}>
            <th className="nhsuk-table__header" scope="row">
              {section.title}
            </th>
            <td className="nhsuk-table__cell nhsuk-table__cell--numeric">
              {section.percent === null ? 'does not apply' : `${section.percent}%`}
            </td>
          </TableRow>
        ))}
      </ScrollTable>
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <h3 className="nhsuk-heading-s" id={`section-${section.id}`}>
            {section.title}
          </h3>
          {section.criteria.map((criterion) => (
            <Criterion key={criterion.criterion} criterion={criterion} />
          ))}
        </section>
      ))}
    </>
  );
}

type OneCriterion = Content['sections'][number]['criteria'][number];

function Criterion({ criterion }: { readonly criterion: OneCriterion }) {
  const { title, ratingText, countedText, isCountedLower, narrative, notApplicable } = criterion;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {title}: {notApplicable ? 'does not apply' : `rated ${ratingText}`}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        {isCountedLower ? (
          <p>
            {countedText} of it counts: the rules of evidence and indicators do not support more.
          </p>
        ) : null}
        <p className="app-narrative">
          {narrative === '' ? 'The department wrote nothing here.' : narrative}
        </p>
      </div>
    </details>
  );
}

function Plan({ page: { plan, progress } }: { readonly page: Content }) {
  return (
    <Column>
      <h2 className="nhsuk-heading-m">Action plan</h2>
      {plan.length === 0 ? (
        <p>The department submitted no actions.</p>
      ) : (
        <p>As it was submitted. The names of people are removed.</p>
      )}
      {progress === null || plan.length === 0 ? null : (
        <p>
          The status of each action is what the department reported for year {progress.year}, on{' '}
          {dayOf(progress.sentAt)}.
        </p>
      )}
      <ol className="nhsuk-list">
        {plan.map((action, index) => (
          // The list never changes on its page, and two actions may read alike.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="nhsuk-u-margin-bottom-4">
            <Action action={action} status={progress?.statuses[index] ?? null} />
          </li>
        ))}
      </ol>
    </Column>
  );
}

type ActionProps = {
  readonly action: Content['plan'][number];
  /** As it was last reported; null = nothing was. */
  readonly status: string | null;
};

function Action({ action, status }: ActionProps) {
  const { objective, startOn, dueOn } = action;
  return (
    <>
      <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">{objective}</h3>
      <p className="nhsuk-body-s">
        {startOn === null ? '' : `From ${dayText(startOn)}`}
        {dueOn === null ? '' : ` until ${dayText(dueOn)}`}
        {status === null ? null : (
          <>
            <br />
            Status: <strong>{status}</strong>
          </>
        )}
      </p>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">
            How it is done<span className="nhsuk-u-visually-hidden">: {objective}</span>
          </span>
        </summary>
        <dl className="nhsuk-details__text">
          {publicFacts(action)
            .filter(({ text }) => text !== '')
            .map(({ field, label, text }) => (
              <div key={field}>
                <dt>
                  <strong>{label}</strong>
                </dt>
                <dd className="app-narrative">{text}</dd>
              </div>
            ))}
        </dl>
      </details>
    </>
  );
}
