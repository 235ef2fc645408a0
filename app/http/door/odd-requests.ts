// Requests that no page could answer: an address that is none, or a method that no form has. They are
// refused before anything else reads them (SEC-69).
import { DOOR } from '#words/kit/door-words.ts';
import type http from 'node:http';
import { secure } from './security.ts';

const UNKNOWN_METHODS = new Set(['TRACE', 'TRACK', 'CONNECT']);

/** Answers such a request; false where the request is an ordinary one. */
export function refuseOdd(
  request: Pick<http.IncomingMessage, 'method' | 'url'>,
  response: http.ServerResponse,
  site: { readonly https: boolean },
): boolean {
  const status = statusOf(request);
  if (status === null) return false;
  const nothing = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" };
  const { headers } = secure(new Response(null, { headers: nothing }), '', site);
  const text = status === 405 ? DOOR.noSuchRequest : DOOR.noAddress;
  response.writeHead(status, {
    ...Object.fromEntries(headers),
    'Content-Type': 'text/plain; charset=utf-8',
    Connection: 'close',
  });
  response.end(text);
  return true;
}

function statusOf({ method = '', url = '' }: Pick<http.IncomingMessage, 'method' | 'url'>) {
  if (UNKNOWN_METHODS.has(method)) return 405;
  return url.startsWith('/') && isDecodable(url) ? null : 400;
}

function isDecodable(url: string): boolean {
  try {
    decodeURI(url.split('?')[0] ?? '');
    return true;
  } catch (error) {
    // Named recovery: a percent sign that encodes nothing.
    if (error instanceof URIError) return false;
    throw error;
  }
}
