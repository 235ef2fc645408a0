// Name, address and role of a person of the awarding body to add.
import { SelectField, TextField } from '#app/ui/kit/fields.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { bodyRoleOptions } from './role-options.ts';

export function PersonFields({ refused }: { readonly refused: Refused | null }) {
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
        hint="If there is an account with it, the role is added to that account. Otherwise its owner gets a link to choose a password"
        width="two-thirds"
      />
      <SelectField {...field('role')} label="Role" options={bodyRoleOptions()} />
    </>
  );
}
