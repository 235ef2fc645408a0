// The form that adds a person of the awarding body, or a role of it for someone who has an account.
import { z } from 'zod';
import { BODY_ROLES } from '#app/domain/policy/actor.ts';

/** A person of the awarding body. */
export const BodyPerson = z.object({
  name: z.string({ error: 'Enter the name' }).max(200, { error: 'Shorten the name' }),
  email: z.email({ error: 'Enter an email address, such as name@example.org' }).max(320),
  role: z.enum(BODY_ROLES, { error: 'Choose a role' }),
});
