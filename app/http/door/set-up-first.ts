// Somebody whose second factor is overdue sets it up before anything else: until then their session opens the
// pages of their account, the way back from their provider, and nothing that their roles would open.
import { DOOR } from '#words/kit/door-words.ts';
import { addressOf } from '#app/addresses.ts';
import type { Visitor } from './actor-of.ts';
import type { AskedDoor } from './door.ts';
import { localPath } from './keep-for-later.ts';
import type { NotSaved } from './not-saved-answer.ts';
import { pagePath } from './doors-of.ts';
import { textsIn } from '#app/http/forms/typed-texts.ts';

/** Where it is set up. */
const SET_UP = addressOf('/account/second-factor');
const NOT_SAVED = [DOOR.factorOverdue, DOOR.setUpElsewhere];

/** Whether this page has to wait until the second factor is set up. */
export function setsUpFirst(
  { beforeFactor }: Pick<AskedDoor, 'beforeFactor'>,
  { factor }: Pick<Visitor, 'factor'>,
): boolean {
  return factor.kind === 'overdue' && beforeFactor !== true;
}

/** Whether a page that anyone sees is the start of somebody who has to set it up: they are led there. */
export function isStart({ url }: Pick<Request, 'url'>): boolean {
  return pagePath(new URL(url).pathname) === '/';
}

/** To the page where it is set up; where a form was sent, a page that shows what was typed, to be sent again. */
export async function setUpInstead(
  request: Request,
  formOf: (request: Request) => Promise<FormData | null>,
  page: (asking: Request, said: NotSaved) => Promise<Response>,
): Promise<Response> {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return new Response(null, { status: 303, headers: { Location: SET_UP } });
  }
  const { pathname, search } = new URL(request.url);
  const { texts, again } = textsIn(await formOf(request));
  const to = localPath(pathname + search);
  return page(new Request(new URL(addressOf('/not-saved'), request.url)), {
    status: 403,
    sentences: NOT_SAVED,
    sent: true,
    texts,
    again: again === null || to === null ? null : { to, fields: again },
  });
}
