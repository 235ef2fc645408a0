// What a panel would say of the plan, with links to the actions meant. It never blocks anything.
import type { ActionPlanPage } from '#app/queries/plan/action-plan-page.ts';
import { planWarningText } from '#words/plan/plan-warning-text.ts';

type Props = { readonly page: Pick<ActionPlanPage, 'target' | 'warnings'> };

export function PlanWarnings({ page: { target, warnings } }: Props) {
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
              <Links links={warning.links} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** So many links are shown at once; more of them open on demand. */
const FEW = 4;

type LinksProps = {
  readonly links: ActionPlanPage['warnings'][number]['links'];
};

function Links({ links }: LinksProps) {
  const list = (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {links.map(({ to, text }) => (
        <li key={to}>
          <a href={to}>{text}</a>
        </li>
      ))}
    </ul>
  );
  if (links.length <= FEW) return list;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Show all {links.length}</span>
      </summary>
      <div className="nhsuk-details__text">{list}</div>
    </details>
  );
}
