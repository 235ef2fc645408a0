// How much time there is for a way, and what is to be least of it: two choices that are sent with the page’s address.
import { WITHIN } from '#app/domain/assessment/scenario.ts';
import { WAY } from '#words/assessment/assessment-pages.ts';
import type { WhereWeStandPage } from '#app/queries/assessment/where-we-stand-page.ts';
import { Choices, SelectField } from '#app/ui/kit/fields.tsx';

type Props = { readonly here: string; readonly way: WhereWeStandPage['way'] };

export function WayTime({ here, way }: Props) {
  const { time } = way;
  if (time === null) return null;
  const within = WITHIN.map((months) => ({
    value: String(months),
    label: WAY.inMonths(months),
  }));
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{WAY.time}</span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="get" action={`${here}#way`}>
          <input type="hidden" name="to" value={way.to} />
          {way.pins.map(({ id }) => (
            <input key={id} type="hidden" name="pin" value={id} />
          ))}
          <SelectField
            name="within"
            label={WAY.within}
            options={[{ value: '', label: WAY.anyTime }, ...within]}
            value={time.within === null ? '' : String(time.within)}
          />
          <Choices
            name="least"
            kind="radio"
            size="s"
            label={WAY.least}
            options={[
              { value: 'effort', label: WAY.leastEffort },
              { value: 'months', label: WAY.leastMonths },
            ]}
            chosen={[time.least ?? 'effort']}
          />
          <button className="nhsuk-button nhsuk-button--secondary">{WAY.show}</button>
        </form>
      </div>
    </details>
  );
}
