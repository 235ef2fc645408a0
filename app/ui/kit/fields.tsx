// The fields of forms in the look of the NHS design system. Ids are the fields' names, so that a problem
// can link to its field.
import type { HTMLInputTypeAttribute, ReactNode } from 'react';
import { useTextOnPage } from '#app/ui/kit/typing/typed-early.ts';

export type FieldProps = {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly value?: string | undefined;
};

type Shell = Omit<FieldProps, 'value'> & { readonly children: ReactNode };

/** Ids of what describes a field: its hint and its problem. */
export function describedBy({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}

export function FormGroup({ name, label, hint, error, children }: Shell) {
  return (
    <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
      <Hint name={name} hint={hint} />
      <FieldError name={name} error={error} />
      {children}
    </div>
  );
}

function Hint({ name, hint }: { readonly name: string; readonly hint: ReactNode }) {
  if (!hint) return null;
  return (
    <div className="nhsuk-hint" id={`${name}-hint`}>
      {hint}
    </div>
  );
}

export function FieldError({ name, error }: Pick<FieldProps, 'name' | 'error'>) {
  if (!error) return null;
  return (
    <span className="nhsuk-error-message" id={`${name}-error`}>
      <span className="nhsuk-u-visually-hidden">Error:</span> {error}
    </span>
  );
}

type TextProps = FieldProps & {
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: string;
  readonly inputMode?: 'numeric' | 'email' | 'url' | 'text';
  readonly width?: '4' | '10' | '20' | 'two-thirds' | 'full';
};

const WIDTHS = {
  '4': 'nhsuk-input--width-4',
  '10': 'nhsuk-input--width-10',
  '20': 'nhsuk-input--width-20',
  'two-thirds': 'nhsuk-u-width-two-thirds',
  full: '',
} as const;

export function TextField({ width = 'full', value, ...props }: TextProps) {
  const { name, error, type = 'text', autoComplete, inputMode } = props;
  return (
    <FormGroup {...props}>
      <input
        className={`nhsuk-input ${WIDTHS[width]}${error ? ' nhsuk-input--error' : ''}`}
        id={name}
        name={name}
        type={type}
        // Browsers take line breaks out of it; HTML allows none.
        defaultValue={value?.replaceAll(/[\r\n]+/g, ' ')}
        autoComplete={autoComplete ?? 'off'}
        inputMode={inputMode}
        spellCheck={type === 'text' && inputMode !== 'numeric'}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
      />
    </FormGroup>
  );
}

export function TextArea({ rows = 5, value, ...props }: FieldProps & { readonly rows?: number }) {
  const { name, error } = props;
  const text = useTextOnPage(name, value ?? '');
  return (
    <FormGroup {...props}>
      <textarea
        className={`nhsuk-textarea${error ? ' nhsuk-textarea--error' : ''}`}
        id={name}
        name={name}
        rows={rows}
        defaultValue={text}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
      />
    </FormGroup>
  );
}

export type Option = { readonly value: string; readonly label: string };

export function SelectField({
  options,
  value,
  ...props
}: FieldProps & { readonly options: readonly Option[] }) {
  const { name, error } = props;
  return (
    <FormGroup {...props}>
      <select
        className={`nhsuk-select${error ? ' nhsuk-select--error' : ''}`}
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}

type ChoiceProps = Omit<FieldProps, 'value'> & {
  readonly options: readonly (Option & { readonly hint?: ReactNode })[];
  readonly chosen: readonly string[];
  readonly kind: 'radio' | 'checkbox';
  readonly size?: 's' | 'm' | 'l';
  /** Where several groups of a page share a name; the ids begin with it. */
  readonly idPrefix?: string;
};

/** Radios or checkboxes under one question; the first has the field's own id. */
export function Choices({ options, chosen, kind, size = 'm', ...props }: ChoiceProps) {
  const { name, label, hint, error, idPrefix = name } = props;
  const described = { name: idPrefix, hint, error };
  const look = kind === 'radio' ? 'radios' : 'checkboxes';
  return (
    <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy(described)}>
        <legend className={`nhsuk-fieldset__legend nhsuk-fieldset__legend--${size}`}>
          {label}
        </legend>
        <Hint name={idPrefix} hint={hint} />
        <FieldError name={idPrefix} error={error} />
        <div className={`nhsuk-${look}`}>
          {options.map((option, index) => {
            const id = index === 0 ? idPrefix : idOf(idPrefix, option.value);
            return (
              <div className={`nhsuk-${look}__item`} key={option.value}>
                <input
                  className={`nhsuk-${look}__input`}
                  type={kind}
                  id={id}
                  name={name}
                  value={option.value}
                  defaultChecked={chosen.includes(option.value)}
                  aria-describedby={option.hint ? `${id}-item-hint` : undefined}
                />
                <label className={`nhsuk-label nhsuk-${look}__label`} htmlFor={id}>
                  {option.label}
                </label>
                {option.hint ? (
                  <div className={`nhsuk-hint nhsuk-${look}__hint`} id={`${id}-item-hint`}>
                    {option.hint}
                  </div>
                ) : null}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

/** An id without the spaces that a value may have: HTML takes none. */
function idOf(prefix: string, value: string): string {
  return `${prefix}-${value.replaceAll(/\s+/g, '-')}`;
}

/** Fields that nobody sees, in order; names may repeat. */
export function HiddenFields({
  fields,
}: {
  readonly fields: readonly (readonly [string, string])[];
}) {
  return fields.map(([name, value], index) => (
    // The list never changes on its page.
    // oxlint-disable-next-line react/no-array-index-key
    <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
  ));
}
