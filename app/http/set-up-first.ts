// Somebody whose second factor is overdue sets it up before anything else: until then their session opens the
// pages of their account, the way back from their provider, and nothing that their roles would open.
import type { Visitor } from './actor.ts';
import { pagePath } from './policy.ts';

/** Where it is set up. */
const SET_UP = '/account/second-factor';
const OPEN = /^\/(?:account(?:\/.*)?|sign-out|sign-in\/provider\/callback)$/;

/** Whether this page has to wait until the second factor is set up. */
export function setsUpFirst(
  { url }: Pick<Request, 'url'>,
  { visitor }: { readonly visitor: Pick<Visitor, 'factor'> },
): boolean {
  return visitor.factor.kind === 'overdue' && !OPEN.test(pagePath(new URL(url).pathname));
}

/** To the page where it is set up; what a form carried is not saved, and the page says so. */
export function setUpInstead(request: Pick<Request, 'method'>): Response {
  const lost = request.method === 'GET' || request.method === 'HEAD' ? '' : '?done=not-saved';
  return new Response(null, { status: 303, headers: { Location: `${SET_UP}${lost}` } });
}
