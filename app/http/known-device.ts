// A device remembers by a signed cookie which accounts have signed in on it, so that nobody who guesses from
// elsewhere keeps its people out, and they come first when very many sign in at once. It lets nobody in, and
// names nobody: what it holds of an account is a keyed hash, which tells nothing without the key.
import { randomBytes } from 'node:crypto';
import { DEVICE_DAYS, deviceCookieName } from '#app/identity/auth.ts';
import { cookieIn, hostCookie, isSame, signatureOf, signedText } from './cookies.ts';

type Settings = { readonly origin: string; readonly secret: string };
type Asking = Pick<Request, 'headers'>;

/** People who share a device, the latest first; who has not signed in for longest is forgotten. */
const MOST_ACCOUNTS = 8;
const DEVICE = /^[\w-]{16}$/;

/** The id of the device that asks, where this account has signed in on it; null = it has not. */
export function knownDevice(request: Asking, account: string, settings: Settings): string | null {
  const { id, marks } = deviceIn(request, settings);
  const mark = markOf({ id, account }, settings);
  return marks.some((one) => isSame(one, mark)) ? id : null;
}

/** The Set-Cookie field by which the device remembers one account more. */
export function rememberDevice(request: Asking, account: string, settings: Settings): string {
  const { id, marks } = deviceIn(request, settings);
  const all = [...new Set([markOf({ id, account }, settings), ...marks])];
  const text = [id, ...all.slice(0, MOST_ACCOUNTS)].join('~');
  return hostCookie(
    deviceCookieName(settings.origin),
    `${text}.${signatureOf(text, keyOf(settings))}`,
    { origin: settings.origin, seconds: DEVICE_DAYS * 24 * 60 * 60 },
  );
}

/** The device that asks; one that has no cookie of ours is new. */
function deviceIn(request: Asking, settings: Settings) {
  const cookie = cookieIn(request, deviceCookieName(settings.origin));
  const text = cookie === null ? null : signedText(cookie, keyOf(settings));
  const [id = '', ...marks] = text?.split('~') ?? [];
  return DEVICE.test(id) ? { id, marks } : { id: randomBytes(12).toString('base64url'), marks: [] };
}

// Of one device: what is known of one tells nothing of another.
function markOf(
  { id, account }: { readonly id: string; readonly account: string },
  settings: Settings,
): string {
  return signatureOf(`device ${id} account ${account}`, keyOf(settings));
}

/** A key for this alone, so that no other cookie of the service can stand in for it. */
function keyOf({ secret }: Settings): string {
  return signatureOf('known devices', secret);
}
