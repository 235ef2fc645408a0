// The forms with which people are invited and invitations changed.
import { z } from 'zod';
import { ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';
import { FORM } from '#words/kit/form-words.ts';

const changes = z.object({
  intent: z.enum(['again', 'revoke']),
  invitation: z.string().max(100),
});

const email = z.email({ error: FORM.address }).max(320, { error: FORM.shorterAddress });
/** None = the whole organisation, or the department of the page. */
const department = z.string().max(100).optional();

const invite = z.object({
  intent: z.literal('invite'),
  email,
  role: z.enum(ORGANISATION_ROLES, { error: FORM.role }),
  department,
});

const stop = z.object({ intent: z.literal('stop'), change: z.string().max(100) });

/** An administrator invites the first lead, steps in, withdraws. */
export const InvitationForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('first'), email, department }),
  z.object({
    intent: z.literal('step-in'),
    email,
    department,
    reason: z.string({ error: FORM.reason }).max(10_000),
  }),
  changes,
  stop,
]);

/** Those who answer for an organisation invite, say whom to write to, object. */
export const OrganisationPeopleForm = z.discriminatedUnion('intent', [
  invite,
  changes,
  stop,
  z.object({ intent: z.literal('contact'), contact: email }),
]);

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
