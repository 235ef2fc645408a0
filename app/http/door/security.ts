// The guard before every change and the headers on every answer (catalogue SEC-20 to SEC-29).

import type { AskedDoor } from './door.ts';

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const READS = new Set(['GET', 'HEAD']);

/**
 * Whether a request may go on: reads always; changes only where the browser says that they come from
 * our own pages. A change without Origin and without Sec-Fetch-Site is refused, but for those that no
 * browser sends and that are signed: what mail programs send by themselves (RFC 8058), where the signed address
 * lets it in and no cookie does; and what a provider sends whose person has signed out there.
 */
export function comesFromHere(
  request: Request,
  origin: string,
  { signed }: Pick<AskedDoor, 'signed'>,
): boolean {
  if (READS.has(request.method)) return true;
  if (!CHANGES.has(request.method)) return false;
  const site = request.headers.get('sec-fetch-site');
  const from = request.headers.get('origin');
  if (site !== null && site !== 'same-origin') return false;
  if (from !== null) return from === origin;
  if (site !== null) return true;
  return request.method === 'POST' && signed === true;
}

/** Puts the security headers on a response; private pages are never stored. */
export function secure(response: Response, nonce: string, { https }: { https: boolean }): Response {
  const { headers } = response;
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  // Without a body it would put another nonce on the page that the browser has kept.
  if (!headers.has('Content-Security-Policy') && response.status !== 304) {
    headers.set('Content-Security-Policy', policy.join('; '));
  }
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  if (https) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  return response;
}
