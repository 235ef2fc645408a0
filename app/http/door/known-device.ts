// A device remembers by a signed cookie which accounts have signed in on it, so that nobody who guesses from
// elsewhere keeps its people out, and they come first when very many sign in at once. It lets nobody in, and
// names nobody: what it holds of an account is a keyed hash, which tells nothing without the key.
import { randomBytes } from 'node:crypto';
import { DEVICE_DAYS, deviceCookieName } from '#app/identity/auth.ts';
import { cookieIn, hostCookie, isSame, signatureOf, signedText } from './read-cookies.ts';

type Settings = { readonly origin: string; readonly secret: string };
type Asking = Pick<Request, 'headers'>;
/** How it came to be known: a link that was mailed stands for the password's tries, not for the code's. */
type By = 'sign-in' | 'link';

/** People who share a device, the latest first; who has not signed in for longest is forgotten. */
const MOST_ACCOUNTS = 8;
const DEVICE = /^[\w-]{16}$/;

/** What a device is to an account. */
export type Known = {
  /** Whether somebody has signed in to it there, or opened a link that was mailed for that. */
  readonly device: string | null;
  /** Whether somebody has signed in to it there, with all that was asked for. */
  readonly signedIn: boolean;
};

/** What the device that asks is to this account; its id only where it is known. */
export function knownDevice(request: Asking, account: string, settings: Settings): Known {
  const { id, marks } = deviceIn(request, settings);
  const has = (by: By) => marks.some((one) => isSame(one, markOf({ id, account, by }, settings)));
  const signedIn = has('sign-in');
  return { device: signedIn || has('link') ? id : null, signedIn };
}

/** The Set-Cookie field by which the device remembers one account more. */
export function rememberDevice(
  request: Asking,
  { account, by }: { readonly account: string; readonly by: By },
  settings: Settings,
): string {
  const { id, marks } = deviceIn(request, settings);
  const all = [...new Set([markOf({ id, account, by }, settings), ...marks])];
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
  { id, account, by }: { readonly id: string; readonly account: string; readonly by: By },
  settings: Settings,
): string {
  return signatureOf(`device ${id} ${by} account ${account}`, keyOf(settings));
}

/** A key for this alone, so that no other cookie of the service can stand in for it. */
function keyOf({ secret }: Settings): string {
  return signatureOf('known devices', secret);
}
