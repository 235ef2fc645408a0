// Which criteria of a task list somebody looks for: words, a state and a person, as chosen or as typed in one line
// (`state:open person:"Ama Mensah" networks`).
import { folded, searchTerms, valuesOf } from '#app/domain/search-terms.ts';
import { CRITERION_STATES, type CriterionState } from './work-progress.ts';

export const TASK_STATES = [
  'open',
  ...CRITERION_STATES,
  'look-again',
  'required',
  'comments',
] as const;
/** A state of the work, or what stands beside it; open = any but ready. */
export type TaskState = (typeof TASK_STATES)[number];

/** Who was asked to write it, beside names. */
export const TASK_PEOPLE = ['me', 'nobody'] as const;

/** As it stands in an address; '' = any. */
export type TaskQuery = { readonly find: string; readonly state: string; readonly person: string };

export type TaskFilter = {
  /** Each has to be found; folded. */
  readonly words: readonly string[];
  /** Each has to hold. */
  readonly states: readonly TaskState[];
  /** Each was asked: me, nobody or a part of a name; folded. */
  readonly people: readonly string[];
  /** What was typed as a state and is none: it is told, and nothing is found by it. */
  readonly unknown: readonly string[];
};

/** What is asked for, of all three fields together. */
export function taskFilterOf({ find, state, person }: TaskQuery): TaskFilter {
  const terms = [
    ...searchTerms(find, ['state', 'person']),
    ...(state === '' ? [] : [{ key: 'state', value: folded(state) }]),
    ...(person === '' ? [] : [{ key: 'person', value: folded(person) }]),
  ];
  // 'not started' is typed as often as 'not-started'.
  const named = valuesOf(terms, 'state').map((value) => value.replaceAll(/\s+/g, '-'));
  const known = new Map<string, TaskState>(TASK_STATES.map((one) => [one, one]));
  return {
    words: valuesOf(terms, ''),
    states: named.flatMap((value) => known.get(value) ?? []),
    people: valuesOf(terms, 'person'),
    unknown: named.filter((value) => !known.has(value)),
  };
}

/** Whether it leaves everything in. */
export function isEverything({ words, states, people, unknown }: TaskFilter): boolean {
  return words.length + states.length + people.length + unknown.length === 0;
}

export type Task = {
  readonly state: CriterionState;
  readonly review: boolean;
  readonly required: boolean;
  readonly openComments: number;
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

function isIn({ state, review, required, openComments }: Task, wanted: TaskState): boolean {
  switch (wanted) {
    case 'open':
      return state !== 'ready';
    case 'look-again':
      return review;
    case 'required':
      return required;
    case 'comments':
      return openComments > 0;
    default:
      return state === wanted;
  }
}

function isAsked({ names, isMine }: Task, person: string): boolean {
  if (person === 'me') return isMine;
  if (person === 'nobody') return names.length === 0;
  return names.some((name) => folded(name).includes(person));
}
