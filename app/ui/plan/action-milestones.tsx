// The milestones of an action as rows of a form: those there are, and empty ones for more. Saving an
// action with all rows filled gives new empty ones.
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import { DateField } from '#app/ui/kit/date-field.tsx';
import { FieldError, TextField } from '#app/ui/kit/fields.tsx';

const EMPTY_ROWS = 2;

type Props = {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

export function ActionMilestones({ typed, errors }: Props) {
  const rows = Array.from({ length: ACTION_LIMITS.milestones + 1 }, (_, row) => row);
  const filled = rows.filter((row) => isTyped(typed, row));
  const shown = Math.min((filled.at(-1) ?? -1) + 1 + EMPTY_ROWS, ACTION_LIMITS.milestones + 1);
  const wrong = Object.keys(errors).some((field) => field.startsWith('milestone'));
  return (
    <details className="nhsuk-details" id="milestones" open={wrong || filled.length > 0}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Milestones{filled.length === 0 ? '' : `: ${filled.length}`}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <p>
          What can be seen on the way, each with its date. Empty a row to remove it. To add more,
          save and open the action again. An action of more than a year needs some.
        </p>
        <FieldError name="milestones" error={errors['milestones']} />
        {rows.slice(0, shown).map((row) => (
          <MilestoneRow key={row} row={row} typed={typed} errors={errors} />
        ))}
      </div>
    </details>
  );
}

function isTyped(typed: Props['typed'], row: number): boolean {
  return ['text', 'on-day', 'on-month', 'on-year'].some(
    (part) => (typed[`milestone-${row}-${part}`] ?? '').trim() !== '',
  );
}

function MilestoneRow({ row, typed, errors }: Props & { readonly row: number }) {
  const name = `milestone-${row}`;
  const number = row + 1;
  const done = `${name}-done`;
  return (
    <div className="app-milestone">
      <TextField
        name={`${name}-text`}
        label={`Milestone ${number}`}
        value={typed[`${name}-text`]}
        error={errors[`${name}-text`]}
      />
      <DateField
        name={`${name}-on`}
        label={`Date of milestone ${number}`}
        typed={typed}
        error={errors[`${name}-on`]}
      />
      <div className="nhsuk-checkboxes app-small-choices">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            type="checkbox"
            id={done}
            name={done}
            value="yes"
            defaultChecked={typed[done] !== undefined}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={done}>
            Milestone {number} is reached
          </label>
        </div>
      </div>
    </div>
  );
}
