// The departments of an organisation beside each other: where each assessment stands, which of them somebody asks for,
// and in which order.
import type { Score } from '#app/domain/charter/percent.ts';
import { folded } from '#app/domain/search-terms.ts';
import type { AssessmentState } from '#app/domain/submission/life.ts';

export const OVERVIEW_STATES = [
  'none',
  'draft',
  'waiting',
  'sent-back',
  'signed',
  'submitted',
  'revisions',
  'decided',
  'awarded',
] as const;
/** none = the department has no assessment; waiting = for a signature. */
export type OverviewState = (typeof OVERVIEW_STATES)[number];

type Life = {
  readonly state: AssessmentState;
  /** Whether it waits for a signature, or was sent back instead. */
  readonly asked: 'waiting' | 'sent-back' | null;
  /** The panel asked for revisions that are not submitted yet. */
  readonly isRevised: boolean;
  /** What the panel decided on what is before it; null = nothing yet. */
  readonly decided: 'award' | 'other' | null;
};

/** Where an assessment is in its life, in one word. */
export function overviewState({ state, asked, isRevised, decided }: Life): OverviewState {
  if (state === 'signed-off') return 'signed';
  if (state === 'draft') return asked ?? (isRevised ? 'revisions' : 'draft');
  if (isRevised) return 'revisions';
  if (decided === null) return 'submitted';
  return decided === 'award' ? 'awarded' : 'decided';
}

/** What an earlier submission of the same department came to. */
export type Earlier = {
  readonly number: number;
  /** YYYY-MM-DD */
  readonly submittedOn: string;
  /** id@version */
  readonly charter: string;
  readonly overall: Score | null;
};

/**
 * How much higher a score is than an earlier one, in tenths of a percentage point, between the percentages as they are
 * shown: rounded down (scoring.md, Points); null = one of them is none.
 */
export function changeInTenths(now: Score | null, before: Score | null): number | null {
  const [one, other] = [tenthsOf(now), tenthsOf(before)];
  return one === null || other === null ? null : one - other;
}

function tenthsOf(score: Score | null): number | null {
  if (score === null || score.available === 0) return null;
  return Math.floor((score.points * 1000) / score.available);
}

function shareOf(score: Score | null): number | null {
  return score === null || score.available === 0 ? null : score.points / score.available;
}

export type OverviewFacts = {
  readonly department: string;
  /** What the department calls it; '' = nothing, or there is none. */
  readonly name: string;
  readonly charter: string;
  readonly state: OverviewState;
  /** The place of the level reached so far, lowest = 1; 0 = none. */
  readonly level: number;
  readonly overall: Score | null;
  readonly coverage: Score | null;
  /** When its round closes, or its revisions are due; null = there is no date. */
  readonly dueOn: string | null;
  readonly plan: { readonly done: number; readonly all: number; readonly overdue: number };
};

export const OVERVIEW_SORTS = [
  'department',
  'state',
  'level',
  'score',
  'coverage',
  'deadline',
  'plan',
] as const;
export type OverviewSort = (typeof OVERVIEW_SORTS)[number];

/** As it stands in an address. */
export type OverviewQuery = {
  readonly text: string;
  /** '' = all. */
  readonly state: OverviewState | '';
  readonly sort: OverviewSort;
};

/** Those that are asked for, in that order: what is best, next or most first, the name of the department within. */
export function inOverview<Row extends OverviewFacts>(
  rows: readonly Row[],
  { text, state, sort }: OverviewQuery,
): readonly Row[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return rows
    .filter((row) => state === '' || row.state === state)
    .filter((row) => {
      const told = folded(`${row.department}\n${row.name}\n${row.charter}`);
      return words.every((word) => told.includes(word));
    })
    .toSorted(
      (one, other) => compare(keyOf(one, sort), keyOf(other, sort)) || byDepartment(one, other),
    );
}

function byDepartment(one: OverviewFacts, other: OverviewFacts): number {
  return (
    one.department.localeCompare(other.department, 'en-GB') ||
    one.name.localeCompare(other.name, 'en-GB')
  );
}

type Key = number | string;

/** What comes first has the smallest key; what has no value comes last. */
function keyOf(row: OverviewFacts, sort: OverviewSort): Key {
  switch (sort) {
    case 'department':
      return '';
    case 'state':
      return OVERVIEW_STATES.indexOf(row.state);
    case 'level':
      return -row.level;
    case 'score':
      return falling(row.overall);
    case 'coverage':
      return falling(row.coverage);
    case 'deadline':
      return row.dueOn ?? '9999-12-31';
    case 'plan':
      return falling({ points: row.plan.done, available: row.plan.all });
    default:
      return sort satisfies never;
  }
}

function falling(score: Score | null): number {
  return -(shareOf(score) ?? -1);
}

function compare(one: Key, other: Key): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
