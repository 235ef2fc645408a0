// The cheapest way from the supported ratings now to a level: the true optimum, in the order of
// preference of scoring.md, Cheapest way to a level. Plans by the points that they gain, criterion by
// criterion and section by section (cheapest-path/option-table.ts), without those that cost too much to be part
// of an answer (cheapest-path/search.ts). Where even that takes too many steps, it says so.
import type { AnswerSet } from './answer.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import {
  blockedBy,
  countsToEnter,
  reasonsOf,
  tooFewLeft,
  type CountsToEnter,
  type Reason,
} from '#app/domain/scoring/cheapest-path/blocked.ts';
import { goalOf, levelsUpTo, type Goal } from '#app/domain/scoring/cheapest-path/goal.ts';
import {
  effortOf,
  monthsOf,
  optionsOf,
  roomsOf,
  type Ceilings,
  type Room,
} from '#app/domain/scoring/cheapest-path/room.ts';
import { supposeFacts } from '#app/domain/scoring/cheapest-path/supposed.ts';
import type { Raise } from '#app/domain/scoring/cheapest-path/option.ts';
import { preferredRaises } from '#app/domain/scoring/cheapest-path/search.ts';
import { type EvidenceNeeded, evidenceNeeded } from './evidence-needed.ts';
import { scoreAssessment, totalUp } from './score.ts';
import type { CriterionScore, Scorecard } from './scorecard.ts';
import { evidenceCaps, indicatorCaps } from './supported-rating.ts';
import type { Score } from '#app/domain/charter/percent.ts';

export type Step = Raise & {
  readonly effort: number;
  /** Months of its suggested actions; 0 where evidence alone is missing. Only in format 2. */
  readonly months?: number;
  /** The fewest items of evidence that it needs. Only in format 2. */
  readonly evidence?: EvidenceNeeded;
};

export type CheapestPath = {
  /** 'not-found' = there is a way, and the cheapest took more steps to find than are allowed. */
  readonly status: 'already-met' | 'reachable' | 'unreachable' | 'not-found';
  /** One step per criterion raised, in the charter's order; none unless reachable. */
  readonly steps: readonly Step[];
  /** Criteria to answer besides the steps, at 0 or more: those that are named, then the earliest others. */
  readonly alsoAnswer: readonly string[];
  /** Missing counts that keep the level out of reach, or that may open a way with less effort. */
  readonly enterCounts: readonly CountsToEnter[];
  /** Facts to enter, each as the level needs it; left out where all are known. */
  readonly enterFacts?: readonly string[];
  /** Why it is unreachable; empty if only counts are missing, which `enterCounts` lists. */
  readonly reasons: readonly Reason[];
  /** Effort of all steps. */
  readonly total: number;
  /** Months of the way: criteria are raised side by side, so that the longest decides. Only in format 2. */
  readonly months?: number;
  /** The score and the level reached once the steps and `alsoAnswer` are done. */
  readonly after: { readonly overall: Score | null; readonly level: string | null };
};

type Task = {
  readonly charter: Charter;
  readonly answerSet: AnswerSet;
  readonly scorecard: Scorecard;
  readonly goal: Goal;
  readonly rooms: readonly Room[];
  readonly steps: number;
};

/**
 * How long a search may be, in steps, so that it ends on every machine with the same answer: some seconds
 * and a hundred megabytes at most. Charters that people write need a hundredth of it.
 */
const MOST_STEPS = 250_000_000;

export type Asked = {
  readonly to: string;
  /** Ids of criteria whose rating stays. */
  readonly pins: ReadonlySet<string>;
  /** Whole months that are left; left out = any number. */
  readonly monthsLeft?: number;
  /** What is least: effort, or months and among ways of as few months effort. */
  readonly fewest?: 'effort' | 'months';
  /** How many steps the search may take. */
  readonly steps?: number;
};

/**
 * The cheapest way to the level `to` and every level below it. It is given up after so many steps. Throws a
 * RangeError where the charter has no such level.
 */
export function cheapestPath(charter: Charter, answerSet: AnswerSet, asked: Asked): CheapestPath {
  const { to, pins, monthsLeft = null, fewest = 'effort', steps = MOST_STEPS } = asked;
  const { supposed, enterFacts, against } = supposeFacts(charter, answerSet, to);
  const levels = levelsUpTo(charter, to);
  if (levels.length === 0) throw new RangeError(`the charter has no level "${to}"`);
  const scorecard = scoreAssessment(charter, supposed);
  const entering = enterFacts.length === 0 ? {} : { enterFacts };
  if (scorecard.applicable === 0) {
    return withoutSteps('unreachable', scorecard, { reasons: [{ kind: 'nothing-applicable' }] });
  }
  if (scorecard.levels.slice(0, levels.length).every(({ met }) => met)) {
    const status = enterFacts.length === 0 ? 'already-met' : 'reachable';
    return { ...withoutSteps(status, scorecard, {}), ...entering };
  }
  const goal = goalOf(levels, scorecard);
  const within = (months: number | null) =>
    roomsOf(charter, scorecard, { goal, pins, answerSet: supposed, months });
  const blocked = (rooms: readonly Room[]) =>
    blockedBy(rooms, { goal, scorecard, ceilings: 'all' });
  const stuck = blocked(within(monthsLeft));
  const reasons = [...against, ...tooFewLeft(goal), ...reasonsOf(stuck)];
  if (stuck.length + reasons.length > 0) {
    const now = scoreAssessment(charter, answerSet);
    return withoutSteps('unreachable', now, { reasons, enterCounts: countsToEnter(stuck) });
  }
  const months =
    fewest === 'effort'
      ? monthsLeft
      : fewestMonths(within(monthsLeft), (most) => blocked(within(most)).length === 0);
  const task = { charter, answerSet: supposed, scorecard, goal, rooms: within(months), steps };
  return { ...pathOf(task), ...entering };
}

/** The fewest months in which what is asked can be reached; it can, in some. */
function fewestMonths(rooms: readonly Room[], isReached: (most: number) => boolean): number {
  const sums = rooms.flatMap(({ criterion, score, highest }) =>
    Array.from({ length: highest - score.supported }, (_, raise) =>
      monthsOf(criterion, score, score.supported + raise + 1),
    ),
  );
  const rising = [...new Set([0, ...sums])].toSorted((one, other) => one - other);
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isReached(rising[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return rising[low] ?? 0;
}

function withoutSteps(
  status: CheapestPath['status'],
  { overall, level }: Scorecard,
  found: Partial<Pick<CheapestPath, 'reasons' | 'enterCounts'>>,
): CheapestPath {
  const after = { overall, level };
  return {
    status,
    steps: [],
    alsoAnswer: [],
    enterCounts: [],
    reasons: [],
    total: 0,
    after,
    ...found,
  };
}

function pathOf(task: Task): CheapestPath {
  const steps = cheapestSteps(task, 'all');
  if (steps === null) return withoutSteps('not-found', task.scorecard, {});
  const alsoAnswer = coverageAnswers(task, steps);
  const total = effortOfAll(steps);
  const { overall, level } = scorecardAfter(task, steps, alsoAnswer);
  const enterCounts = countsThatMayHelp(task, total);
  if (enterCounts === null) return withoutSteps('not-found', task.scorecard, {});
  return {
    status: 'reachable',
    steps,
    alsoAnswer,
    enterCounts,
    reasons: [],
    total,
    ...(task.charter.format === 1
      ? {}
      : { months: Math.max(0, ...steps.map(({ months = 0 }) => months)) }),
    after: { overall, level },
  };
}

/** The preferred steps; call it only where nothing blocks the goal under these ceilings. */
function cheapestSteps(task: Task, ceilings: Ceilings): readonly Step[] | null {
  const { goal, scorecard, rooms } = task;
  const byId = new Map(rooms.map((room) => [room.criterion.id, room]));
  const parts = scorecard.sections.map(({ id, score }) => ({
    least: (goal.sections.get(id) ?? 0) - (score?.points ?? 0),
    criteria: rooms
      .filter(({ criterion }) => criterion.section === id)
      .map((room) => optionsOf(room, ceilings)),
  }));
  const short = goal.overall - (scorecard.overall?.points ?? 0);
  const demands = goal.demands.map(({ needs }) => needs);
  const raises = preferredRaises({ parts, short, demands }, task.steps);
  if (raises === null) return null;
  return raises.map((raise) => {
    const room = byId.get(raise.criterion);
    const effort = room === undefined ? 0 : effortOf(room.criterion, raise.from, raise.to);
    if (room === undefined || task.charter.format === 1) return { ...raise, effort };
    const months = monthsOf(room.criterion, room.score, raise.to);
    return { ...raise, effort, months, evidence: evidenceFor(task, room, raise.to) };
  });
}

/** The evidence that a criterion lacks for a rating, evidence in place of a figure included. */
function evidenceFor(
  { charter, answerSet }: Task,
  { criterion }: Room,
  to: number,
): EvidenceNeeded {
  const evidence = answerSet.answers.get(criterion.id)?.evidence ?? [];
  const caps = [
    ...evidenceCaps(criterion, evidence),
    ...indicatorCaps(criterion, charter, { figures: answerSet, evidence }),
  ];
  return evidenceNeeded(caps.filter(({ from }) => from <= to));
}

/**
 * Unanswered criteria that no step answers: those that have to be answered by name, then the earliest others,
 * as many as coverage still needs.
 */
function coverageAnswers({ scorecard, goal }: Task, steps: readonly Step[]): readonly string[] {
  const raised = new Set(steps.map(({ criterion }) => criterion));
  const left = scorecard.unanswered.filter((id) => !raised.has(id));
  const named = left.filter((id) => goal.answered.has(id));
  const others = left.filter((id) => !goal.answered.has(id));
  const answered = scorecard.applicable - others.length;
  return [...named, ...others.slice(0, Math.max(0, goal.answers - answered))];
}

/** Missing counts on the way that would be cheapest if they turned out well, where that is cheaper. */
function countsThatMayHelp(task: Task, total: number): readonly CountsToEnter[] | null {
  const { rooms } = task;
  if (!rooms.some(({ caps }) => caps.some(({ state }) => state === 'missing'))) return [];
  const hopeful = cheapestSteps(task, 'except-missing');
  if (hopeful === null) return null;
  if (effortOfAll(hopeful) >= total) return [];
  return countsToEnter(
    rooms.flatMap((room) => {
      const step = hopeful.find(({ criterion }) => criterion === room.criterion.id);
      return step === undefined ? [] : [{ room, rating: step.to }];
    }),
  );
}

function effortOfAll(steps: readonly Step[]): number {
  return steps.reduce((sum, { effort }) => sum + effort, 0);
}

/** The scorecard once the steps are taken and the listed criteria are answered. */
function scorecardAfter(
  { charter, answerSet, scorecard }: Task,
  steps: readonly Step[],
  alsoAnswer: readonly string[],
): Scorecard {
  const reached = new Map(steps.map(({ criterion, to }) => [criterion, to]));
  const criteria = scorecard.criteria.map((criterion): CriterionScore => {
    const to = reached.get(criterion.id);
    if (to === undefined) {
      const answered = criterion.answered || alsoAnswer.includes(criterion.id);
      return { ...criterion, answered };
    }
    return { ...criterion, answered: true, supported: to, points: criterion.weight * to };
  });
  return totalUp(charter, criteria, answerSet);
}
