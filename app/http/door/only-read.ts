// Addresses that programs read, from pages of other sites too: they are read and nothing else, which is said
// in the words of HTTP (RFC 9110, 15.5.6) and to a browser that asks first (Fetch Standard, CORS preflight).
import { DOOR } from '#words/kit/door-words.ts';
import { FOR_OTHER_SITES } from '#app/http/register-api/public-answer.ts';

const METHODS = 'GET, HEAD, OPTIONS';
/** Seconds for which a browser need not ask again. */
const PREFLIGHT_KEPT = 86_400;

/** The answer to a preflight, or to what would change something there; null = the page answers. */
export function onlyRead(request: Pick<Request, 'method'>): Response | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  if (request.method === 'OPTIONS') {
    return new Response(null, {
      status: 204,
      headers: {
        ...FOR_OTHER_SITES,
        Allow: METHODS,
        'Access-Control-Allow-Methods': METHODS,
        'Access-Control-Allow-Headers': 'Accept, Content-Type, If-None-Match',
        'Access-Control-Max-Age': String(PREFLIGHT_KEPT),
      },
    });
  }
  const body = {
    type: 'about:blank',
    title: DOOR.methodNotAllowed,
    status: 405,
    detail: DOOR.onlyRead(METHODS),
  };
  return new Response(JSON.stringify(body), {
    status: 405,
    headers: {
      ...FOR_OTHER_SITES,
      Allow: METHODS,
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
    },
  });
}
