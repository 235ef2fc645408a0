// A form that arrives after the session has ended is not lost: the person signs in again on a page that
// carries what was typed, and sends it once more.
import { z } from 'zod';

/** The page that asks to sign in and carries the form. */
const AGAIN = '/sign-in/again';
const KEPT_FIELDS = { to: 'kept-to', form: 'kept-form' } as const;

/** Where a form was going and what was in it. */
export type KeptForm = {
  readonly to: string;
  readonly fields: readonly (readonly [string, string])[];
};

const pairs = z.array(z.tuple([z.string().max(200), z.string().max(200_000)])).max(500);

/** To the sign-in page, and back to the page asked for afterwards. */
export function signInFirst(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const back = request.method === 'GET' || request.method === 'HEAD' ? pathname + search : pathname;
  const location = `/sign-in?next=${encodeURIComponent(back.replace(/\.data(?=\?|$)/, ''))}`;
  return new Response(null, { status: 302, headers: { Location: location } });
}

/** The texts of this form, addressed to the page that asks to sign in again. */
export function keepForLater(request: Request, form: FormData): Request {
  const fields = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const { pathname, search } = new URL(request.url);
  const body = new URLSearchParams({
    [KEPT_FIELDS.to]: pathname + search,
    [KEPT_FIELDS.form]: JSON.stringify(fields),
  });
  return new Request(new URL(AGAIN, request.url), {
    method: 'POST',
    headers: { Cookie: request.headers.get('Cookie') ?? '' },
    body,
  });
}

/** The form that a page carries; null where it carries none, or one that cannot be read. */
export function keptForm(form: FormData): KeptForm | null {
  const to = form.get(KEPT_FIELDS.to);
  const text = form.get(KEPT_FIELDS.form);
  if (typeof to !== 'string' || typeof text !== 'string') return null;
  const local = localPath(to);
  const fields = pairs.safeParse(parsed(text));
  return local === null || !fields.success ? null : { to: local, fields: fields.data };
}

/** The hidden fields with which a page carries a form on; none for none. */
export function carriedFields(kept: KeptForm | null): KeptForm['fields'] {
  if (kept === null) return [];
  return [
    [KEPT_FIELDS.to, kept.to],
    [KEPT_FIELDS.form, JSON.stringify(kept.fields)],
  ];
}

/** A path of this site as it may stand in a redirect; null for anything else (SEC-56). */
export function localPath(text: string): string | null {
  return /^\/(?:[\w@.~-][\w@.~/-]*)?(?:\?[\w=&.,%~-]*)?$/.test(text) && !text.includes('//')
    ? text
    : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Named recovery: a hidden field that someone changed carries nothing.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
