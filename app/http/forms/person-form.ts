// The form that adds a person of the awarding body, or a role of it for someone who has an account.
import { z } from 'zod';
import { BODY_ROLES } from '#app/domain/policy/actor.ts';
import { FORM } from '#words/kit/form-words.ts';

/** A person of the awarding body. */
export const BodyPerson = z.object({
  name: z.string({ error: FORM.name }).max(200, { error: FORM.shorterName }),
  email: z.email({ error: FORM.address }).max(320),
  role: z.enum(BODY_ROLES, { error: FORM.role }),
});
