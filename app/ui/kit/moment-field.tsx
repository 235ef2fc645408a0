// A day and a time, in London.
import { DateField } from './date-field.tsx';
import { TextField } from './fields.tsx';

type Props = {
  readonly name: string;
  readonly label: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly error: string | undefined;
};

export function MomentField({ name, label, typed, error }: Props) {
  return (
    <>
      <DateField name={name} label={label} typed={typed} error={error} />
      <TextField
        name={`${name}-time`}
        label={`${label}: time`}
        hint="London time, such as 17:00"
        width="10"
        value={typed[`${name}-time`]}
      />
    </>
  );
}
