// The field that takes one file.
import { describedBy, FieldError, Hint } from './fields.tsx';

type Props = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
};

export function FileField({ name, label, hint, error }: Props) {
  return (
    <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      <input
        className="app-file"
        type="file"
        id={name}
        name={name}
        aria-describedby={describedBy({ name, hint, error })}
      />
    </div>
  );
}
