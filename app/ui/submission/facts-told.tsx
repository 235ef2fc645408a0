// The facts that are signed for, each question with what is known.
import { FACTS } from '#words/assessment/assessment-pages.ts';
import type { CheckPage } from '#app/queries/submission/check-page.ts';
import { SummaryList } from '#app/ui/kit/lists/summary-list.tsx';

export function FactsTold({ facts }: Pick<CheckPage, 'facts'>) {
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="facts">
      <h2 className="nhsuk-heading-m" id="facts">
        {FACTS.title}
      </h2>
      <SummaryList rows={facts.map(({ label, value }) => [label, value])} />
    </section>
  );
}
