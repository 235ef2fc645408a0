// Reads and writes cookies, and checks what signed them at once: a check that waited for a thread would
// wait behind the passwords of everyone who signs in.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The value of the first cookie with this name, as it was before it was encoded; null = there is none. */
export function cookieIn(request: Pick<Request, 'headers'>, name: string): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  if (found === undefined) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    // Named recovery: what a browser would never send is no cookie of ours.
    return null;
  }
}

type CookieOptions = { readonly origin: string; readonly seconds: number };

/** A cookie for this host alone, out of reach of scripts, as a Set-Cookie field. */
export function hostCookie(name: string, value: string, options: CookieOptions): string {
  const { origin, seconds } = options;
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${name}=${encodeURIComponent(value)}; Max-Age=${seconds}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}

/** The HMAC-SHA256 of a text, in base64 as the sign-in library writes it. */
export function signatureOf(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64');
}

/** The text before the last point of a signed value; null where the signature is not ours. */
export function signedText(value: string, secret: string): string | null {
  const at = value.lastIndexOf('.');
  if (at < 1) return null;
  const text = value.slice(0, at);
  return isSame(value.slice(at + 1), signatureOf(text, secret)) ? text : null;
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
