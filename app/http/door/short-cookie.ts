// What a browser keeps for some minutes between two requests, signed: who has given their password, or the
// challenge that a passkey is to sign. It is for one purpose, and worth nothing for another.
import { shortCookieName } from '#app/identity/auth.ts';
import { cookieIn, hostCookie, signatureOf, signedText } from './read-cookies.ts';

type Settings = { readonly origin: string; readonly secret: string };
const PURPOSES = ['second-step', 'challenge', 'provider', 'signed-out'] as const;
type Purpose = (typeof PURPOSES)[number];

/** The Set-Cookie field that keeps a text for so many minutes from now (milliseconds since 1970). */
export function keepShortly(
  purpose: Purpose,
  text: string,
  { settings, minutes, now }: { settings: Settings; minutes: number; now: number },
): string {
  const signed = `${now + minutes * 60_000}~${text}`;
  return hostCookie(
    shortCookieName(settings.origin, purpose),
    `${signed}.${signatureOf(signed, keyOf(purpose, settings))}`,
    { origin: settings.origin, seconds: minutes * 60 },
  );
}

/** The text that was kept; null where there is none, or its minutes are over. */
export function keptShortly(
  request: Pick<Request, 'headers'>,
  purpose: Purpose,
  { settings, now }: { readonly settings: Settings; readonly now: number },
): string | null {
  const cookie = cookieIn(request, shortCookieName(settings.origin, purpose));
  const text = cookie === null ? null : signedText(cookie, keyOf(purpose, settings));
  const [until = '', ...rest] = text?.split('~') ?? [];
  return text === null || !(Number(until) > now) ? null : rest.join('~');
}

/** The Set-Cookie fields that forget whatever this browser keeps. */
export function forgetShortly(
  request: Pick<Request, 'headers'>,
  { origin }: Pick<Settings, 'origin'>,
): readonly string[] {
  return PURPOSES.map((purpose) => shortCookieName(origin, purpose))
    .filter((name) => cookieIn(request, name) !== null)
    .map((name) => hostCookie(name, '', { origin, seconds: 0 }));
}

/** The Set-Cookie field that forgets what it keeps for one purpose. */
export function forgetOne(purpose: Purpose, { origin }: Pick<Settings, 'origin'>): string {
  return hostCookie(shortCookieName(origin, purpose), '', { origin, seconds: 0 });
}

function keyOf(purpose: Purpose, { secret }: Settings): string {
  return signatureOf(`short cookie ${purpose}`, secret);
}
