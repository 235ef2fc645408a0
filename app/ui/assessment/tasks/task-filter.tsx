// Looking for criteria in the task list: words, state and person, all in the address.
import { TASK_PEOPLE, TASK_STATES } from '#app/domain/assessment/find-tasks.ts';
import { addressOf } from '#app/addresses.ts';
import type { Looking } from '#app/queries/assessment/find-in-tasks.ts';
import { FindForm } from '#app/ui/kit/find-form.tsx';
import { TASK_FILTER, TASK_PERSON, TASK_STATE } from '#words/assessment/task-filter-words.ts';

type Props = { readonly id: string; readonly looking: Looking };

export function TaskFilter({ id, looking }: Props) {
  const { query, isNarrowed, people, unknown, found: number, all } = looking;
  return (
    <FindForm
      path={addressOf('/assessments/:id', { id })}
      words={TASK_FILTER}
      query={query}
      states={TASK_STATES.map((value) => ({ value, label: TASK_STATE[value] }))}
      people={[
        ...TASK_PEOPLE.map((value) => ({ value, label: TASK_PERSON[value] })),
        ...people.map((name) => ({ value: name, label: name })),
      ]}
      isOpen={isNarrowed && !isMineOnly(looking)}
      found={isNarrowed ? { unknown, number, all } : null}
    />
  );
}

/** Whether one’s own criteria are looked for, and nothing else of them. */
export function isMineOnly({ query: { find, state, person } }: Looking): boolean {
  return person === 'me' && find === '' && state === '';
}
