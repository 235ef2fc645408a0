// A device remembers by a signed cookie which accounts have signed in on it, so that its people come
// before strangers when very many sign in at once. It lets nobody in, and names nobody: what it holds of
// an account is a keyed hash, which tells nothing without the key.
import { DEVICE_DAYS, deviceCookieName } from '#app/identity/auth.ts';
import { cookieIn, hostCookie, isSame, signatureOf, signedText } from './cookies.ts';

type Settings = { readonly origin: string; readonly secret: string };

/** People who share a device, the latest first; who has not signed in for longest is forgotten. */
const MOST_ACCOUNTS = 8;

/** Whether this account has signed in on the device that asks. */
export function isKnownDevice(
  request: Pick<Request, 'headers'>,
  account: string,
  settings: Settings,
): boolean {
  const mark = markOf(account, settings);
  return marksIn(request, settings).some((one) => isSame(one, mark));
}

/** The Set-Cookie field by which the device remembers one account more. */
export function rememberDevice(
  request: Pick<Request, 'headers'>,
  account: string,
  settings: Settings,
): string {
  const marks = [...new Set([markOf(account, settings), ...marksIn(request, settings)])];
  const text = marks.slice(0, MOST_ACCOUNTS).join('~');
  return hostCookie(
    deviceCookieName(settings.origin),
    `${text}.${signatureOf(text, keyOf(settings))}`,
    { origin: settings.origin, seconds: DEVICE_DAYS * 24 * 60 * 60 },
  );
}

function marksIn(request: Pick<Request, 'headers'>, settings: Settings): readonly string[] {
  const cookie = cookieIn(request, deviceCookieName(settings.origin));
  const text = cookie === null ? null : signedText(cookie, keyOf(settings));
  return text === null ? [] : text.split('~');
}

function markOf(account: string, settings: Settings): string {
  return signatureOf(`account ${account}`, keyOf(settings));
}

/** A key for this alone, so that no other cookie of the service can stand in for it. */
function keyOf({ secret }: Settings): string {
  return signatureOf('known devices', secret);
}
