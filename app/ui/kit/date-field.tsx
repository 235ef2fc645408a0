// A date in three fields, as the NHS design system has it.
import { DATE } from '#words/kit/kit-pages.ts';
import { describedBy, FieldError } from './fields.tsx';

type Props = {
  readonly name: string;
  readonly label: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly error: string | undefined;
};

const PARTS = [
  ['day', DATE.day, '2'],
  ['month', DATE.month, '2'],
  ['year', DATE.year, '4'],
] as const;

export function DateField({ name, label, typed, error }: Props) {
  return (
    <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy({ name, error })}>
        <legend className="nhsuk-fieldset__legend">{label}</legend>
        <FieldError name={name} error={error} />
        <div className="nhsuk-date-input" id={name} tabIndex={-1}>
          {PARTS.map(([part, text, width]) => (
            <div className="nhsuk-date-input__item" key={part}>
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={`${name}-${part}`}>
                {text}
              </label>
              <input
                className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${error ? ' nhsuk-input--error' : ''}`}
                id={`${name}-${part}`}
                name={`${name}-${part}`}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                defaultValue={typed[`${name}-${part}`]}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
