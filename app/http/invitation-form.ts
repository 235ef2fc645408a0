// The forms with which people are invited and invitations changed.
import { z } from 'zod';
import { ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';

const changes = z.object({
  intent: z.enum(['again', 'revoke']),
  invitation: z.string().max(100),
});

const invite = z.object({
  intent: z.literal('invite'),
  email: z
    .email({ error: 'Enter an email address, such as name@example.org' })
    .max(320, { error: 'Enter a shorter email address' }),
  role: z.enum(ORGANISATION_ROLES, { error: 'Choose a role' }),
  /** None = the whole organisation, or the department of the page. */
  department: z.string().max(100).optional(),
});

/** Inviting, sending again, withdrawing. */
export const InvitationForm = z.discriminatedUnion('intent', [invite, changes]);

/** The same, and sharing out criteria. */
export const TeamForm = z.discriminatedUnion('intent', [
  invite,
  changes,
  z.object({
    intent: z.literal('assign'),
    person: z.string().max(100),
    criteria: z.array(z.string().max(100)).max(1000).default([]),
  }),
]);
