// What a panel would say of the plan, with links to the actions meant. It never blocks anything.
import type { ActionPlanPage } from '#app/queries/action-plan-page.ts';
import { planWarningText } from './plan-warning-text.ts';

type Props = { readonly page: Pick<ActionPlanPage, 'id' | 'target' | 'warnings'> };

export function PlanWarnings({ page: { id, target, warnings } }: Props) {
  if (warnings.length === 0) return null;
  return (
    <section className="nhsuk-inset-text" aria-labelledby="panel-would-say">
      <h2 className="nhsuk-heading-m" id="panel-would-say">
        What a panel would say
      </h2>
      <p>Nothing here stops you. These are the reasons for which panels send plans back.</p>
      <ul className="app-warnings">
        {warnings.map((warning) => {
          const { title, why } = planWarningText(warning, target);
          return (
            <li key={warning.code + title}>
              <h3 className="nhsuk-heading-xs">{title}</h3>
              <p>{why}</p>
              <ul className="nhsuk-list nhsuk-list--bullet">
                {warning.links.map(({ to, text }) => (
                  <li key={to}>
                    <a href={`/assessments/${id}/${to}`}>{text}</a>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
