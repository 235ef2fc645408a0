// The task list: every criterion by section with its state, and the figures above it.
import { indicatorsOf } from '#app/domain/charter/rule-checks.ts';
import { findCriterion } from '#app/domain/charter/charter.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import type { togetherOf } from './together.ts';
import { organisationNotice } from './organisation-answer.ts';
import { factsKnown } from './facts-page.ts';
import { levelSteps } from '#reports/level-steps.ts';
import { levelText, scoreText } from '#words/kit/wording.ts';

type Together = Pick<
  Awaited<ReturnType<typeof togetherOf>>,
  'names' | 'savedBy' | 'openComments' | 'mine' | 'dueOn' | 'review'
>;

const NOBODY: Together = {
  names: () => [],
  savedBy: () => null,
  openComments: () => 0,
  dueOn: () => null,
  review: () => null,
  mine: new Set(),
};

type Options = {
  readonly together?: Together;
  /** Ids of the criteria that the panel wants revised. */
  readonly required?: readonly string[];
};

/** What the task list shows of an assessment. */
export function taskListPage(
  view: AssessmentView,
  { together = NOBODY, required = [] }: Options = {},
) {
  const { charter, progress, scorecard, answerSet } = view;
  const toConfirm = new Map(view.toConfirm);
  return {
    id: view.id,
    isOfOrganisation: view.isOfOrganisation,
    organisationNotice: organisationNotice(view),
    organisation: view.organisation,
    department: view.department,
    label: view.label,
    startedOn: view.startedOn,
    mayName: view.mayName,
    charter: { title: charter.title, version: charter.version, name: scorecard.charter },
    target: levelText(charter, view.targetLevel),
    targetSteps: levelSteps(charter.levels, view.targetLevel),
    levelSteps: levelSteps(charter.levels, scorecard.level),
    level: levelText(charter, scorecard.level),
    overall: scoreText(scorecard.overall),
    tally: progress.total,
    actions: view.actions.length,
    mayAnswer: view.mayAnswer,
    facts: factsKnown(view),
    mayMove: view.mayChangeTarget,
    kept: keptAnswers(view),
    mine: together.mine.size,
    sections: charter.sections.map(({ id, title, summary, criteria }) => ({
      id,
      title,
      summary,
      tally: progress.sections.find((section) => section.id === id)?.tally ?? null,
      criteria: criteria.map((criterion) => ({
        id: criterion.id,
        title: criterion.title,
        minutes: criterion.minutes,
        byOrganisation: isAnsweredByOrganisation(view, criterion.id),
        required: required.includes(criterion.id),
        names: together.names(criterion.id),
        savedBy: together.savedBy(criterion.id),
        openComments: together.openComments(criterion.id),
        dueOn: together.dueOn(criterion.id),
        answerReview: together.review(criterion.id),
        state: progress.criteria.get(criterion.id) ?? 'not-started',
        review: view.rows.some((row) => row.criterion === criterion.id && row.review !== null),
        toConfirm: toConfirm.has(criterion.id),
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
        .filter(({ indicatorRules }) =>
          indicatorRules.some((rule) => indicatorsOf(rule).includes(id)),
        )
        .map((criterion) => criterion.id),
    })),
  };
}

/** Answers to criteria that the charter version no longer has: readable, and out of the score. */
function keptAnswers({ charter, rows }: AssessmentView) {
  return rows
    .filter(({ criterion }) => findCriterion(charter, criterion) === undefined)
    .map(({ criterion, narrative, notApplicable }) => ({
      criterion,
      text: notApplicable ?? narrative,
    }));
}
