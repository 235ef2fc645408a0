// The facts that are signed for, each question with what is known.
import { FACTS } from '#words/assessment/assessment-pages.ts';
import type { CheckPage } from '#app/queries/submission/check-page.ts';

export function FactsTold({ facts }: Pick<CheckPage, 'facts'>) {
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="facts">
      <h2 className="nhsuk-heading-m" id="facts">
        {FACTS.title}
      </h2>
      <dl className="nhsuk-summary-list">
        {facts.map(({ label, value }) => (
          <div className="nhsuk-summary-list__row" key={label}>
            <dt className="nhsuk-summary-list__key">{label}</dt>
            <dd className="nhsuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
