// The address of a request as it may stand in the log.

const SECRET =
  /^(\/(?:set-password|invitations|calendar|reminders|role-changes|sign-in\/device|account\/address)\/)[^/]+/i;

/** The path without its query and without the token of a password link, an invitation, a calendar, reminders or a role (SEC-34). */
export function loggedPath(url: string): string {
  return new URL(url).pathname.replace(SECRET, '$1…');
}
