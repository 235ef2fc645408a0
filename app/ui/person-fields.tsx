// Name, address and role of a person to add.
import { roleOptions } from './role-options.ts';
import { type Option, SelectField, TextField } from './fields.tsx';

export type Refused = {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
};

type Props = {
  readonly refused: Refused | null;
  readonly kind: 'body' | 'organisation';
  readonly departments?: readonly Option[];
};

export function PersonFields({ refused, kind, departments }: Props) {
  const field = (name: string) => ({
    name,
    value: refused?.typed[name],
    error: refused?.errors[name],
  });
  return (
    <>
      <TextField {...field('name')} label="Name" width="two-thirds" />
      <TextField
        {...field('email')}
        label="Work email address"
        type="email"
        hint="If there is an account with it, the role is added to that account"
        width="two-thirds"
      />
      <SelectField {...field('role')} label="Role" options={roleOptions(kind)} />
      {departments === undefined ? null : (
        <SelectField
          {...field('department')}
          label="Department"
          options={[{ value: '', label: 'The whole organisation' }, ...departments]}
        />
      )}
    </>
  );
}
