// A whole assessment to read, one criterion after the other: for a board, whoever signs, and whoever prints it.
import { factsTold } from '#words/assessment/fact-value.ts';
import type { ChangesSince } from '#app/queries/assessment/changes-since.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { levelText, scoreText } from '#words/kit/wording.ts';
import { criterionPage } from '#app/queries/assessment/criterion-page.ts';

/** Everything that was answered; `changes` = what changed since the signature was asked for, null = nobody asked. */
export function readingPage(view: AssessmentView, changes: ChangesSince | null) {
  const { charter, scorecard } = view;
  const changed = new Set(changes?.criteria.map(({ id }) => id));
  const ids = charter.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  return {
    id: view.id,
    isOfOrganisation: view.isOfOrganisation,
    department: view.department,
    organisation: view.organisation,
    level: levelText(charter, scorecard.level),
    target: levelText(charter, view.targetLevel),
    overall: scoreText(scorecard.overall),
    facts: view.isOfOrganisation ? [] : factsTold(charter, view.answerSet.facts),
    /** null = no signature was asked for. */
    changed: changes === null ? null : changed.size,
    sections: charter.sections.map((section) => ({
      id: section.id,
      title: section.title,
      summary: section.summary,
      score: scoreText(scorecard.sections.find(({ id }) => id === section.id)?.score ?? null),
      criteria: section.criteria.flatMap(({ id }) => {
        const page = criterionPage(view, id);
        if (page === null) return [];
        const next = ids[ids.indexOf(id) + 1] ?? null;
        return [{ page, next, isChanged: changed.has(id) }];
      }),
    })),
  };
}

export type ReadingPage = ReturnType<typeof readingPage>;
