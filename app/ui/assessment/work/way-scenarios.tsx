// What can be done with a whole way: keep it, compare it, put its steps into the plan.
import { addressOf } from '#app/addresses.ts';
import type { WhereWeStandPage } from '#app/queries/assessment/where-we-stand-page.ts';
import { HiddenFields } from '#app/ui/kit/fields.tsx';
import { SCENARIOS } from '#words/assessment/scenario-words.ts';
import { wayAddress } from './way-address.ts';

export function WayScenarios({ page }: { readonly page: WhereWeStandPage }) {
  const { id, way, mayPlanActions } = page;
  const to = addressOf('/assessments/:id/scenarios', { id });
  const query = wayAddress('', way);
  const fields = [...new URLSearchParams(query.slice(1))];
  const open = way.steps.some(
    ({ planned, support, byOrganisation }) =>
      planned.length === 0 && support === '' && !byOrganisation,
  );
  return (
    <>
      {mayPlanActions && open && way.status === 'reachable' ? (
        <form method="post" action={to}>
          <HiddenFields fields={fields} />
          <button className="nhsuk-button nhsuk-button--secondary" name="intent" value="plan">
            {SCENARIOS.planAll}
          </button>
        </form>
      ) : null}
      <p className="app-ways">
        {mayPlanActions ? <a href={`${to}${query}`}>{SCENARIOS.keepLink}</a> : null}
        <a href={to}>{SCENARIOS.link}</a>
      </p>
    </>
  );
}
