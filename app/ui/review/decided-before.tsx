// What another panel agreed on for the same answer of the organisation, as the chair reads it.
import type { ConsensusPage } from '#app/queries/review/discussion-page.ts';
import { ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { TickedList } from '#app/ui/charters/statement-lists.tsx';
import { ON_CRITERION } from '#words/review/panel-feedback-words.ts';
import { dayText } from '#words/kit/time.ts';

export function DecidedBefore({ before }: { readonly before: ConsensusPage['decidedBefore'] }) {
  if (before === null) return null;
  const { department, day, rating, statements, reason } = before;
  return (
    <section className="app-evidence" aria-labelledby="decided-before">
      <h2 className="nhsuk-heading-m" id="decided-before">
        {ORGANISATION_ANSWER.decidedBefore}
      </h2>
      <p>{ORGANISATION_ANSWER.decidedText(department, dayText(day), rating)}</p>
      <TickedList shown={statements} level="h3" title={ON_CRITERION.foundTrue} />
      <p className="app-narrative">{reason}</p>
    </section>
  );
}
