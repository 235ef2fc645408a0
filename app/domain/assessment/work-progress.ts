// How far the work on each criterion is (product.md, Guided self-assessment): one table, read from the
// top, first match wins.
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';
import type { CriterionScore, Scorecard } from '#app/domain/scoring/scorecard.ts';
import { type Answer, type AnswerSet, wordsOf } from '#app/domain/scoring/answer.ts';
import { isConfirmed } from '#app/domain/scoring/confirmed.ts';

export const CRITERION_STATES = [
  'not-started',
  'in-progress',
  'needs-evidence',
  'ready',
  /** A fact rules it out: nothing is to be done for it. */
  'does-not-apply',
] as const;
export type CriterionState = (typeof CRITERION_STATES)[number];

type Work = {
  readonly answer: Answer;
  /** It is to be looked at again, because its criterion has changed. */
  readonly review: boolean;
  readonly score: Pick<CriterionScore, 'applicable' | 'claimed' | 'supported' | 'ruledOutBy'>;
  readonly confirmed: boolean;
  readonly criterion: Asked;
};

type Asked = Pick<Criterion, 'wordLimit' | 'narrative' | 'statements'>;

const TABLE: readonly (readonly [CriterionState, (work: Work) => boolean])[] = [
  ['does-not-apply', ({ score }) => score.ruledOutBy !== undefined],
  ['not-started', nothingEntered],
  ['in-progress', ({ review }) => review],
  ['ready', isJustifiedNotApplicable],
  ['in-progress', ({ confirmed }) => !confirmed],
  ['needs-evidence', claimsMoreThanSupported],
  ['ready', isClaimedAndTold],
  ['in-progress', () => true],
];

function nothingEntered({ answer }: Work): boolean {
  return (
    answer.claimed === null &&
    answer.notApplicable === null &&
    answer.narrative.trim() === '' &&
    answer.evidence.length === 0
  );
}

// Scoring leaves a criterion out only with a justification, and only where the charter allows it.
function isJustifiedNotApplicable({ score }: Work): boolean {
  return !score.applicable;
}

function claimsMoreThanSupported({ score }: Work): boolean {
  return score.claimed !== null && score.claimed > score.supported;
}

function isClaimedAndTold({ answer, score, criterion: { narrative, wordLimit } }: Work): boolean {
  const words = wordsOf(answer);
  const isTold = words > 0 || narrative === 'optional';
  return score.claimed !== null && isTold && words <= wordLimit;
}

const NOTHING: Answer = { claimed: null, notApplicable: null, narrative: '', evidence: [] };

type Beside = {
  readonly charter: Pick<Charter, 'cumulative'>;
  readonly score: Work['score'];
  readonly review?: boolean;
};

/** Where the work on one criterion stands; `score` is its row of the scorecard. */
export function criterionState(
  criterion: Asked,
  given: Answer | undefined,
  { charter, score, review = false }: Beside,
): CriterionState {
  const answer = given ?? NOTHING;
  const confirmed = isConfirmed(charter, criterion, answer);
  const work = { answer, review, score, confirmed, criterion };
  return TABLE.find(([, holds]) => holds(work))?.[0] ?? 'in-progress';
}

/** What an answer still lacks before it is ready. */
export type Gap = 'look-again' | 'claim' | 'confirm' | 'evidence' | 'narrative' | 'shorten';

/** What is left to be done for an answer that was begun, in the order in which one would do it; nothing for every other. */
export function gapsOf(
  criterion: Asked,
  given: Answer | undefined,
  beside: Beside,
): readonly Gap[] {
  const state = criterionState(criterion, given, beside);
  if (!isOpenWork(state) || state === 'not-started') return [];
  const answer = given ?? NOTHING;
  const words = wordsOf(answer);
  const { claimed, supported } = beside.score;
  const gaps: readonly (readonly [Gap, boolean])[] = [
    ['look-again', beside.review === true],
    ['claim', claimed === null],
    ['confirm', claimed !== null && !isConfirmed(beside.charter, criterion, answer)],
    ['narrative', claimed !== null && words === 0 && criterion.narrative !== 'optional'],
    ['shorten', words > criterion.wordLimit],
    ['evidence', claimed !== null && claimed > supported],
  ];
  return gaps.filter(([, isThere]) => isThere).map(([gap]) => gap);
}

/** Whether something is left to be done for a criterion. */
export function isOpenWork(state: CriterionState): boolean {
  return state !== 'ready' && state !== 'does-not-apply';
}

type State = readonly [string, CriterionState];

/** How many criteria are in each state; all = those that apply. */
export type Tally = Readonly<Record<CriterionState, number>> & { readonly all: number };

export type Progress = {
  /** Criterion id to its state, in the charter's order. */
  readonly criteria: ReadonlyMap<string, CriterionState>;
  readonly sections: readonly { readonly id: string; readonly tally: Tally }[];
  readonly total: Tally;
};

/** Where the work on every criterion stands, by section and in total. */
export function progressOf(
  charter: Pick<Charter, 'sections' | 'cumulative'>,
  { answers }: Pick<AnswerSet, 'answers'>,
  {
    scorecard,
    toReview = new Set(),
  }: {
    readonly scorecard: Pick<Scorecard, 'criteria'>;
    /** Ids of criteria whose answers are to be looked at again. */
    readonly toReview?: ReadonlySet<string>;
  },
): Progress {
  const scores = new Map(scorecard.criteria.map((score) => [score.id, score]));
  const stateIn = (criterion: Asked & Pick<Criterion, 'id'>): readonly State[] => {
    const { id } = criterion;
    const score = scores.get(id);
    if (score === undefined) return [];
    const review = toReview.has(id);
    return [[id, criterionState(criterion, answers.get(id), { charter, score, review })]];
  };
  const sections = charter.sections.map(({ id, criteria }) => ({
    id,
    states: criteria.flatMap(stateIn),
  }));
  const states = sections.flatMap((section) => section.states);
  return {
    criteria: new Map(states),
    sections: sections.map((section) => ({ id: section.id, tally: tallyOf(section.states) })),
    total: tallyOf(states),
  };
}

function tallyOf(states: readonly (readonly [string, CriterionState])[]): Tally {
  const number = (wanted: CriterionState) => states.filter(([, state]) => state === wanted).length;
  return {
    'not-started': number('not-started'),
    'in-progress': number('in-progress'),
    'needs-evidence': number('needs-evidence'),
    ready: number('ready'),
    'does-not-apply': number('does-not-apply'),
    all: states.length - number('does-not-apply'),
  };
}
