// The address of a request as it may stand in the log.

const SECRET = /^(\/(?:set-password|invitations|calendar)\/)[^/]+/i;

/** The path without its query and without the token of a password link, an invitation or a calendar (SEC-34). */
export function loggedPath(url: string): string {
  return new URL(url).pathname.replace(SECRET, '$1…');
}
