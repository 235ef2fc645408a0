// Where an assessment stands: the chart and its table, what each level still needs, and the cheapest way
// to one of them with some criteria pinned.
import { stepsText } from '#words/assessment/condition-steps.ts';
import { POSITION } from '#words/assessment/assessment-pages.ts';
import { wayAsked } from '#app/domain/assessment/scenario.ts';
import { organisationCriteria } from '#app/domain/charter/scope.ts';
import { allCriteria, type Charter, findCriterion } from '#app/domain/charter/charter.ts';
import type { CheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { type FirstMoves, firstMoves, type Lift } from '#app/domain/scoring/first-moves.ts';
import { explainLevels, type ExplanationRow } from '#app/domain/scoring/explain.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { firstMovesShown } from '#app/queries/plan/first-moves-shown.ts';
import type { WayQuestion } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { liftText } from '#words/assessment/first-moves-text.ts';
import type { ChartModel } from '#reports/chart-model.ts';
import { chartPictures } from '#reports/svg/picture.ts';
import { whereWeStand } from '#reports/where-we-stand-model.ts';
import { levelSteps } from '#reports/level-steps.ts';
import { capText } from '#words/kit/rule-text.ts';
import { reasonTexts } from '#words/assessment/way-text.ts';
import {
  conditionText,
  criterionName,
  factQuestion,
  levelText,
  ratingText,
  scoreText,
} from '#words/kit/wording.ts';

export type StandingChoice = {
  /** The level to find the way to; null = the target, or the next level where that is reached. */
  readonly to: string | null;
  readonly pins: readonly string[];
  /** Whole months that there are; null = any number. */
  readonly within?: number | null;
  /** What is to be least. */
  readonly least?: 'effort' | 'months';
};

/** What the page shows. Pins and levels that the charter does not have are left out. */
export async function whereWeStandPage(
  { ways }: Pick<Services, 'ways'>,
  view: AssessmentView,
  choice: StandingChoice & { readonly asker: string },
) {
  const { charter, scorecard, answerSet } = view;
  const to = charter.levels.find(({ id }) => id === choice.to)?.id ?? nextLevel(view);
  const pins = choice.pins.filter((id) => findCriterion(charter, id) !== undefined);
  const { within = null, least = 'effort', asker } = choice;
  const { path, soonest } = await findWay(
    { ways, asker },
    { question: { charter, answerSet, to, pins }, within, least },
  );
  const moves = firstMoves(charter, answerSet);
  return {
    id: view.id,
    department: view.department,
    organisation: view.organisation,
    notice: charter.notice,
    mayPlanActions: view.mayPlanActions,
    mayChangeTarget: view.mayChangeTarget,
    target: view.targetLevel,
    level: levelText(charter, scorecard.level),
    steps: levelSteps(charter.levels, scorecard.level),
    means: charter.levels.find(({ id }) => id === scorecard.level)?.means ?? null,
    overall: scoreText(scorecard.overall),
    ready: POSITION.of(view.progress.total.ready, view.progress.total.all),
    ...chartOf(whereWeStand(charter, scorecard, { target: view.targetLevel })),
    capped: scorecard.criteria
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ id, claimed, supported, reasons }) => ({
        id,
        name: criterionName(charter, id),
        claimed: ratingText(charter, claimed),
        supported: ratingText(charter, supported),
        reasons: reasons.map((cap) => capText(charter, cap)),
      })),
    toConfirm: view.toConfirm.map(([id, rating]) => ({
      id,
      name: criterionName(charter, id),
      claimed: ratingText(charter, rating),
    })),
    levels: levelsExplained(charter, scorecard),
    first: firstMovesShown(charter, moves),
    way: {
      ...wayOf(charter, path, { to, pins, moves, actions: view.actions }),
      ...timeOf(charter, { within, least }),
      soonest,
    },
  };
}

type Time = Required<Pick<StandingChoice, 'within' | 'least'>>;

type Finding = {
  readonly question: Pick<WayQuestion, 'charter' | 'answerSet' | 'to' | 'pins'>;
} & Time;

/** The way; and in how many months the level could be reached, where the time is too short. null = not known. */
async function findWay(
  { ways, asker }: Pick<Services, 'ways'> & { readonly asker: string },
  { question, within, least }: Finding,
): Promise<{ readonly path: CheapestPath | null; readonly soonest: number | null }> {
  const asked = wayAsked({ ...question, within, least });
  const path = await ways.soon({ ...question, ...asked }, asker);
  if (within === null || path?.status !== 'unreachable') return { path, soonest: null };
  const soonest = await ways.soon({ ...question, fewest: 'months' }, asker);
  return { path, soonest: soonest?.status === 'reachable' ? (soonest.months ?? null) : null };
}

function chartOf(chart: ChartModel) {
  return { chart, pictures: chartPictures(chart) };
}

/** Every level with its conditions in words, so that a reader can recompute it. */
export function levelsExplained(charter: Charter, scorecard: Scorecard) {
  return explainLevels(scorecard).map((explained) => ({
    id: explained.level,
    label: levelText(charter, explained.level),
    steps: levelSteps(charter.levels, explained.level),
    reached: explained.reached,
    met: explained.met,
    heldBackBy: explained.unmetBelow.map((id) => levelText(charter, id)),
    rows: explained.rows.map((row) => explanationRow(charter, row)),
  }));
}

/** The target, or once it is reached the lowest level that is not; the highest at the end. */
function nextLevel({ charter, scorecard, targetLevel }: AssessmentView): string {
  const order = charter.levels.map(({ id }) => id);
  const reached = scorecard.level === null ? -1 : order.indexOf(scorecard.level);
  const target = order.indexOf(targetLevel);
  return order[Math.min(Math.max(target, reached + 1), order.length - 1)] ?? targetLevel;
}

export type WhereWeStandPage = Awaited<ReturnType<typeof whereWeStandPage>>;

function explanationRow(charter: Charter, row: ExplanationRow) {
  const { condition, needs, has, short } = conditionText(charter, row);
  return {
    condition,
    needs,
    has,
    short,
    met: row.met,
    how: stepsText(row),
    decidedBy: row.decidedBy,
  };
}

/** What is shown of a way that is still being worked out. */
const PENDING = {
  status: 'pending',
  steps: [],
  alsoAnswer: [],
  enterCounts: [],
  reasons: [],
  total: 0,
  after: { overall: null, level: null },
} as const;

type WayShown = {
  readonly to: string;
  readonly pins: readonly string[];
  readonly moves: FirstMoves;
  readonly actions: AssessmentView['actions'];
};

function wayOf(
  charter: Charter,
  path: CheapestPath | null,
  { to, pins, moves, actions }: WayShown,
) {
  const order = charter.levels.map(({ id }) => id);
  const lifts = new Map(moves.lifts.map((lift) => [lift.criterion, lift]));
  const { status, steps, alsoAnswer, enterCounts, reasons, total, after } = path ?? PENDING;
  const enterFacts = path?.enterFacts ?? [];
  const named = (id: string) => ({ id, name: criterionName(charter, id) });
  const theirs = organisationCriteria(charter);
  return {
    to,
    /** The criteria that the organisation answers, to be left out at once; empty = no step is one of them. */
    ofOrganisation: steps.some(({ criterion }) => theirs.has(criterion))
      ? [...theirs].map(named)
      : [],
    label: levelText(charter, to),
    others: charter.levels.map(({ id, label }) => ({ id, label })),
    status,
    /** Supporting what is claimed gives the level already, so that no rating has to be raised. */
    bySupport: moves.enough !== null && order.indexOf(moves.enough.level) >= order.indexOf(to),
    pins: pins.map(named),
    total,
    /** About how long it takes, in months; 0 = the charter does not say. */
    months: path?.months ?? 0,
    steps: steps.map(({ criterion, from, to: rating, effort, months = 0 }) => ({
      ...named(criterion),
      byOrganisation: theirs.has(criterion),
      rating,
      from: ratingText(charter, from),
      to: ratingText(charter, rating),
      effort,
      months,
      /** What lets the claim count, where the step goes no further than the claim; empty = it does. */
      support: supportOf(charter, lifts.get(criterion), rating),
      /** What the charter suggests for it; '' = nothing. */
      suggested: findCriterion(charter, criterion)?.suggestedActions[rating]?.objective ?? '',
      /** The actions of the plan that are for it, with their numbers. */
      planned: actions.flatMap((action, index) =>
        action.criteria.includes(criterion) ? [{ id: action.id, number: index + 1 }] : [],
      ),
    })),
    alsoAnswer: alsoAnswer.map(named),
    enterCounts: enterCounts.map(({ criterion, indicator }) => ({
      indicator,
      title: charter.indicators.find(({ id }) => id === indicator)?.title ?? indicator,
      criterion: criterionName(charter, criterion),
    })),
    /** The questions of facts that have to be answered first. */
    enterFacts: enterFacts.map((fact) => factQuestion(charter, fact)),
    reasons: reasonTexts(charter, reasons),
    after: {
      overall: scoreText(after.overall),
      level: levelText(charter, after.level),
    },
  };
}

/** How much time was given; null = the charter does not say how long steps take, so that nothing can be asked. */
function timeOf(charter: Charter, time: Time) {
  const tells = allCriteria(charter).some(({ suggestedActions }) =>
    suggestedActions.some((action) => action?.months !== undefined),
  );
  return { time: tells ? time : null };
}

function supportOf(charter: Charter, lift: Lift | undefined, rating: number): string {
  return lift === undefined || lift.to < rating ? '' : liftText(charter, lift);
}
