// What the pages of people say outside their markup.
import type { InvitationState } from '#app/domain/policy/invitation-state.ts';

/** Why an invitation opens nothing. */
export const INVITATION_OVER: Readonly<Record<Exclude<InvitationState, 'open'>, string>> = {
  used: 'This invitation has been accepted already. Sign in to go on.',
  revoked: 'This invitation was withdrawn. Ask the person who sent it.',
  expired: 'This invitation has expired. Ask the person who sent it for a new one.',
};

/** What the access review can be narrowed to. */
export const PEOPLE_SHOWN = {
  everybody: 'Everybody',
  body: 'People of the awarding body',
  'no-factor': 'Without a second factor',
  'not-lately': 'Not signed in for 90 days',
  'no-role': 'Without a role',
  closed: 'Closed accounts',
};

/** Invitations that were sent. */
export const INVITATIONS = {
  sendAgain: 'Send again',
  withdraw: 'Withdraw',
};

/** What a provider of sign-in is told. */
export const AT_PROVIDER = {
  redirect: 'Redirect URI',
  afterwards: 'After signing out',
  backChannel: 'Back-channel logout',
};

/** The access review, on its page and as a file. */
export const ACCESS_REVIEW = {
  authenticatorApp: 'Authenticator app',
  passkeys: (number: number) => `Passkeys: ${number}`,
  awardingBody: 'Awarding body',
  emailAddress: 'Email address',
  roles: 'Roles',
  lastSignIn: 'Last sign-in',
  secondFactor: 'Second factor',
  closedOn: 'Closed on',
};

/** The people of an organisation. */
export const ORGANISATION_PEOPLE = {
  whole: 'The whole organisation',
  awardingBody: 'The awarding body',
};
