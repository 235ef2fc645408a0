// Which criteria of a task list somebody looks for: words, a state and a person, as chosen or as typed in one line
// (`state:open person:"Ama Mensah" networks`).
import { REVIEW_STATES, type ReviewState } from './criterion-review.ts';
import { type FindFilter, findFilter, type FindQuery, folded } from '#app/domain/search-terms.ts';
import { CRITERION_STATES, type CriterionState, isOpenWork } from './work-progress.ts';

export const TASK_STATES = [
  'open',
  ...CRITERION_STATES,
  'look-again',
  'required',
  'comments',
  ...REVIEW_STATES,
  'late',
] as const;
/** A state of the work, or what stands beside it; open = something is left to be done. */
export type TaskState = (typeof TASK_STATES)[number];

/** Who was asked to write it, beside names. */
export const TASK_PEOPLE = ['me', 'nobody'] as const;

export type TaskFilter = FindFilter<TaskState>;

/** What is asked for of a task list. */
export function taskFilterOf(query: FindQuery): TaskFilter {
  return findFilter(query, TASK_STATES);
}

export type Task = {
  readonly state: CriterionState;
  readonly review: boolean;
  readonly required: boolean;
  readonly openComments: number;
  readonly answerReview: ReviewState | null;
  readonly isLate: boolean;
  /** Names of who was asked to write it. */
  readonly names: readonly string[];
  readonly isMine: boolean;
  /** Everything that is searched: its id, its title, its section, what was answered. */
  readonly texts: readonly string[];
};

/** Whether a task is one of those that are looked for. */
export function isLookedFor(task: Task, filter: TaskFilter): boolean {
  const text = folded(task.texts.join('\n'));
  return (
    filter.unknown.length === 0 &&
    filter.words.every((word) => text.includes(word)) &&
    filter.states.every((state) => isIn(task, state)) &&
    filter.people.every((person) => isAsked(task, person))
  );
}

function isIn(task: Task, wanted: TaskState): boolean {
  const { state, review, required, openComments, answerReview, isLate } = task;
  switch (wanted) {
    case 'open':
      return isOpenWork(state);
    case 'look-again':
      return review;
    case 'required':
      return required;
    case 'comments':
      return openComments > 0;
    case 'in-review':
    case 'agreed':
    case 'sent-back':
      return answerReview === wanted;
    case 'late':
      return isLate;
    default:
      return state === wanted;
  }
}

function isAsked({ names, isMine }: Task, person: string): boolean {
  if (person === 'me') return isMine;
  if (person === 'nobody') return names.length === 0;
  return names.some((name) => folded(name).includes(person));
}
