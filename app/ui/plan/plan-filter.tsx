// Looking for actions in the plan: words, status and owner, all in the address.
import { PLAN_STATES } from '#app/domain/plan/find-actions.ts';
import { addressOf } from '#app/addresses.ts';
import type { ActionPlanPage } from '#app/queries/plan/action-plan-page.ts';
import { SelectField, TextField } from '#app/ui/kit/fields.tsx';
import { PLAN_FILTER, PLAN_STATE } from '#words/plan/plan-filter-words.ts';

type Props = { readonly page: Pick<ActionPlanPage, 'id' | 'actions' | 'looking'> };

export function PlanFilter({ page }: Props) {
  const { id, looking } = page;
  const { query, isNarrowed, owners } = looking;
  const any = { value: '', label: PLAN_FILTER.any };
  const path = addressOf('/assessments/:id/actions', { id });
  return (
    <>
      <details className="nhsuk-details" open={isNarrowed}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{PLAN_FILTER.title}</span>
        </summary>
        <div className="nhsuk-details__text">
          <form
            method="get"
            action={path}
            className="app-filter"
            role="search"
            aria-label={PLAN_FILTER.title}
          >
            <TextField
              name="find"
              label={PLAN_FILTER.words}
              hint={PLAN_FILTER.hint}
              value={query.find}
            />
            <SelectField
              name="state"
              label={PLAN_FILTER.state}
              options={[any, ...PLAN_STATES.map((value) => ({ value, label: PLAN_STATE[value] }))]}
              value={query.state}
            />
            <SelectField
              name="person"
              label={PLAN_FILTER.owner}
              options={[any, ...owners.map((name) => ({ value: name, label: name }))]}
              value={query.person}
            />
            <button className="nhsuk-button nhsuk-button--secondary">{PLAN_FILTER.show}</button>
          </form>
        </div>
      </details>
      {isNarrowed ? <Found path={path} page={page} /> : null}
    </>
  );
}

function Found({ path, page }: Props & { readonly path: string }) {
  const { unknown, found } = page.looking;
  return (
    <p>
      {unknown.length > 0 ? `${PLAN_FILTER.unknown(unknown, PLAN_STATES)} ` : null}
      {found === 0 ? PLAN_FILTER.none : PLAN_FILTER.found(found, page.actions)}{' '}
      <a href={path}>{PLAN_FILTER.everything}</a>
    </p>
  );
}
