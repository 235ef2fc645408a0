// Looking for criteria in the task list: words, state and person, all in the address.
import { TASK_PEOPLE, TASK_STATES } from '#app/domain/assessment/find-tasks.ts';
import { addressOf } from '#app/addresses.ts';
import type { Looking } from '#app/queries/assessment/find-in-tasks.ts';
import { SelectField, TextField } from '#app/ui/kit/fields.tsx';
import { TASK_FILTER, TASK_PERSON, TASK_STATE } from '#words/assessment/task-filter-words.ts';

type Props = { readonly id: string; readonly looking: Looking };

export function TaskFilter({ id, looking }: Props) {
  const { query, isNarrowed, people } = looking;
  const any = { value: '', label: TASK_FILTER.any };
  const path = addressOf('/assessments/:id', { id });
  return (
    <>
      <details className="nhsuk-details" open={isNarrowed && !isMineOnly(looking)}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{TASK_FILTER.title}</span>
        </summary>
        <div className="nhsuk-details__text">
          <form
            method="get"
            action={path}
            className="app-filter"
            role="search"
            aria-label={TASK_FILTER.title}
          >
            <TextField
              name="find"
              label={TASK_FILTER.words}
              hint={TASK_FILTER.hint}
              value={query.find}
            />
            <SelectField
              name="state"
              label={TASK_FILTER.state}
              options={[any, ...TASK_STATES.map((value) => ({ value, label: TASK_STATE[value] }))]}
              value={query.state}
            />
            <SelectField
              name="person"
              label={TASK_FILTER.person}
              options={[
                any,
                ...TASK_PEOPLE.map((value) => ({ value, label: TASK_PERSON[value] })),
                ...people.map((name) => ({ value: name, label: name })),
              ]}
              value={query.person}
            />
            <button className="nhsuk-button nhsuk-button--secondary">{TASK_FILTER.show}</button>
          </form>
        </div>
      </details>
      {isNarrowed ? <Found path={path} looking={looking} /> : null}
    </>
  );
}

/** Whether one’s own criteria are looked for, and nothing else of them. */
export function isMineOnly({ query: { find, state, person } }: Looking): boolean {
  return person === 'me' && find === '' && state === '';
}

function Found({ path, looking }: { readonly path: string; readonly looking: Looking }) {
  const { unknown, found, all } = looking;
  return (
    <p>
      {unknown.length > 0 ? `${TASK_FILTER.unknown(unknown, TASK_STATES)} ` : null}
      {found === 0 ? TASK_FILTER.none : TASK_FILTER.found(found, all)}{' '}
      <a href={path}>{TASK_FILTER.everything}</a>
    </p>
  );
}
