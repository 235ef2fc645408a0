// An answer as it is read where it cannot be changed: rating, what is ticked, and the text.
import type { CriterionPage } from '#app/queries/assessment/criterion-page.ts';
import { TickedList } from '#app/ui/charters/statement-lists.tsx';
import { ANSWER_HEADING } from '#words/assessment/organisation-answers.ts';

export function ReadOnly({
  page: { answer, counts, criterion, shared, statements },
}: {
  readonly page: CriterionPage;
}) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Rating claimed</h2>
      <p>{counts.applicable ? counts.claimedText : 'Not applicable'}</p>
      {counts.claimed === null || statements !== null ? null : (
        <p>{criterion.ratings[counts.claimed]?.text}</p>
      )}
      {counts.applicable ? <TickedList shown={statements} level="h3" /> : null}
      <h2 className="nhsuk-heading-m">
        {shared === null ? ANSWER_HEADING.department : ANSWER_HEADING.organisation}
      </h2>
      <p className="app-narrative">
        {answer.notApplicable || answer.narrative || 'Nothing is written yet.'}
      </p>
    </>
  );
}
