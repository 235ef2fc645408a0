// The task list: every criterion by section with its state, and the figures above it.
import type { AssessmentView } from '#app/queries/assessment.ts';
import { levelText, scoreText } from '#reports/wording.ts';

/** What the task list shows of an assessment. */
export function taskListPage(view: AssessmentView) {
  const { charter, progress, scorecard, answerSet } = view;
  return {
    id: view.id,
    organisation: view.organisation,
    department: view.department,
    charter: { title: charter.title, version: charter.version, name: scorecard.charter },
    target: levelText(charter, view.targetLevel),
    level: levelText(charter, scorecard.level),
    overall: scoreText(scorecard.overall),
    answered: `${scorecard.answered} of ${scorecard.applicable}`,
    tally: progress.total,
    actions: view.actions.length,
    mayAnswer: view.mayAnswer,
    sections: charter.sections.map(({ id, title, summary, criteria }) => ({
      id,
      title,
      summary,
      tally: progress.sections.find((section) => section.id === id)?.tally ?? null,
      criteria: criteria.map((criterion) => ({
        id: criterion.id,
        title: criterion.title,
        minutes: criterion.minutes,
        state: progress.criteria.get(criterion.id) ?? 'not-started',
        claimed: scorecard.criteria.find((score) => score.id === criterion.id)?.claimed ?? null,
        notApplicable:
          answerSet.answers.get(criterion.id)?.notApplicable !== undefined &&
          scorecard.criteria.find((score) => score.id === criterion.id)?.applicable === false,
      })),
    })),
    indicators: charter.indicators.map(({ id, title }) => ({
      id,
      title,
      entered: answerSet.indicators.has(id),
      criteria: charter.sections
        .flatMap(({ criteria }) => criteria)
        .filter(({ indicatorRules }) => indicatorRules.some(({ indicator }) => indicator === id))
        .map((criterion) => criterion.id),
    })),
  };
}
