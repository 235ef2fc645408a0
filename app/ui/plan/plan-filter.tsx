// Looking for actions in the plan: words, status and owner, all in the address.
import { PLAN_STATES } from '#app/domain/plan/find-actions.ts';
import { addressOf } from '#app/addresses.ts';
import type { ActionPlanPage } from '#app/queries/plan/action-plan-page.ts';
import { FindForm } from '#app/ui/kit/find-form.tsx';
import { PLAN_FILTER, PLAN_STATE } from '#words/plan/plan-filter-words.ts';

type Props = {
  readonly page: Pick<ActionPlanPage, 'id' | 'actions' | 'looking'> & { readonly isBoard: boolean };
};

export function PlanFilter({ page }: Props) {
  const { id, actions: all, looking } = page;
  const { query, isNarrowed, owners, unknown, found: number } = looking;
  return (
    <FindForm
      path={addressOf('/assessments/:id/actions', { id })}
      stays={page.isBoard ? [['view', 'board']] : []}
      words={PLAN_FILTER}
      query={query}
      states={PLAN_STATES.map((value) => ({ value, label: PLAN_STATE[value] }))}
      people={owners.map((name) => ({ value: name, label: name }))}
      isOpen={isNarrowed}
      found={isNarrowed ? { unknown, number, all } : null}
    />
  );
}
