// The form that adds a person, or a role for someone who has an account.
import { z } from 'zod';
import { BODY_ROLES, ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';

const person = {
  name: z.string({ error: 'Enter the name' }).max(200, { error: 'Shorten the name' }),
  email: z.email({ error: 'Enter an email address, such as name@example.org' }).max(320),
};

/** A person of the awarding body. */
export const BodyPerson = z.object({
  ...person,
  role: z.enum(BODY_ROLES, { error: 'Choose a role' }),
});

/** A person of an organisation; no department = the whole organisation. */
export const OrganisationPerson = z.object({
  ...person,
  role: z.enum(ORGANISATION_ROLES, { error: 'Choose a role' }),
  department: z.string().optional(),
});
