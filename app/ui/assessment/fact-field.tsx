// The field in which a fact is said: a choice, a number or a date.
import { factField } from '#app/domain/assessment/decide-facts.ts';
import type { Fact } from '#app/domain/charter/facts.ts';
import { DateField } from '#app/ui/kit/date-field.tsx';
import { Choices, TextField } from '#app/ui/kit/fields.tsx';
import { factChoices } from '#words/assessment/fact-value.ts';
import { FACTS } from '#words/assessment/assessment-pages.ts';

type Asked = Fact & { readonly criteria: readonly string[] };

type FieldProps = {
  readonly fact: Asked;
  readonly typed: Readonly<Record<string, string>>;
  readonly error: string | undefined;
};

export function FactField({ fact, typed, error }: FieldProps) {
  const { id, kind, question, guidance } = fact;
  const name = factField(id);
  const hint = [guidance, neededFor(fact)].filter((text) => text !== '').join(' ');
  if (kind === 'number') {
    return (
      <TextField
        name={name}
        label={question}
        hint={[hint, 'Leave it empty where it is not known yet.'].filter(Boolean).join(' ')}
        value={typed[name]}
        error={error}
        width="10"
        inputMode="numeric"
      />
    );
  }
  if (kind === 'date') {
    return (
      <>
        <DateField name={name} label={question} typed={typed} error={error} />
        {hint === '' ? null : <p className="nhsuk-hint">{hint}</p>}
      </>
    );
  }
  return (
    <Choices
      name={name}
      kind="radio"
      size="s"
      label={question}
      hint={hint}
      options={[...factChoices(fact), { value: '', label: 'Not known yet' }]}
      chosen={[typed[name] ?? '']}
      error={error}
    />
  );
}

function neededFor({ criteria }: Asked): string {
  return criteria.length === 0 ? '' : FACTS.decides(criteria);
}
