// The form in which somebody who is not signed in names the address of their account.
import { z } from 'zod';
import { FORM } from '#words/kit/form-words.ts';

const WRONG = FORM.addressOfAccount;

/** Its shape alone: whether the address has an account here is told to nobody. */
export const AddressForm = z.object({
  email: z
    .string({ error: WRONG })
    .max(320, { error: WRONG })
    // Looser than that of a new account: an operator may have made one for an address of the place's own network.
    .regex(/^\s*[^\s@]+@[^\s@]+\s*$/, { error: WRONG }),
});
