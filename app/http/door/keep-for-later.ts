// A form that arrives after the session has ended is not lost: the person signs in again on a page that
// carries what was typed, and sends it once more.
import { addressOf } from '#app/addresses.ts';
import { z } from 'zod';
import type { AskedDoor } from './door.ts';

/** The page that asks to sign in and carries the form. */
const AGAIN = addressOf('/sign-in/again');
const KEPT_FIELDS = { to: 'kept-to', form: 'kept-form' } as const;
/** What a form that cannot be carried held, for its texts to be read once more. */
const LOST_FIELD = 'lost-form';
/** As many as any form of ours may have. */
const MOST_FIELDS = 1000;
/** The sign-in form takes a little more than this, with the address and the password beside what it carries. */
const MOST_CARRIED_BYTES = 900_000;
const SECRET = /password|token|secret|^code$|^new$/i;

/** Where a form was going and what was in it. */
export type KeptForm = {
  readonly to: string;
  readonly fields: readonly (readonly [string, string])[];
};

const pairs = z.array(z.tuple([z.string(), z.string()])).max(MOST_FIELDS);

/** To the sign-in page, and back to the page asked for afterwards. */
export function signInFirst(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const back = request.method === 'GET' || request.method === 'HEAD' ? pathname + search : pathname;
  const location = `${addressOf('/sign-in')}?next=${encodeURIComponent(back.replace(/\.data(?=\?|$)/, ''))}`;
  return new Response(null, { status: 302, headers: { Location: location } });
}

/**
 * The texts of this form, addressed to the page that asks to sign in again. No password or code is among them;
 * forms of one's own account, which hold passwords and codes, and little else, leave nothing but their address.
 */
export function keepForLater(
  request: Request,
  form: FormData,
  { ownAccount }: Pick<AskedDoor, 'ownAccount'>,
): Request {
  const { pathname, search } = new URL(request.url);
  const own = ownAccount === true;
  const fields = own ? [] : textsIn(form);
  const to = pathname + search;
  const kept = new URLSearchParams(
    carriedFields({ to, fields }).map(([name, text]) => [name, text]),
  );
  const carried = !own && localPath(to) !== null && fits(kept, fields);
  const lost = new URLSearchParams({
    [KEPT_FIELDS.to]: pathname,
    [LOST_FIELD]: JSON.stringify(fields),
  });
  const body = carried ? kept : lost;
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

/** What a form held that cannot be carried, and the page that it came from; null where nothing was lost. */
export function lostForm(form: FormData): KeptForm | null {
  const to = form.get(KEPT_FIELDS.to);
  const text = form.get(LOST_FIELD);
  if (typeof to !== 'string' || typeof text !== 'string') return null;
  const fields = pairs.safeParse(parsed(text));
  return { to: localPath(to) ?? '/', fields: fields.success ? fields.data : [] };
}

/** Whether a name and its text stand for something that no page shows or carries. */
export function isSecret([name, text]: KeptForm['fields'][number]): boolean {
  // What a passkey has signed; an answer to an appeal is a text.
  return SECRET.test(name) || (name === 'answer' && text.startsWith('{'));
}

function textsIn(form: FormData): readonly (readonly [string, string])[] {
  const texts = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return texts.filter((pair) => !isSecret(pair));
}

function fits(kept: URLSearchParams, fields: KeptForm['fields']): boolean {
  return fields.length <= MOST_FIELDS && kept.toString().length <= MOST_CARRIED_BYTES;
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
  return /^\/(?:[\w@.~-][\w@.~/-]*)?(?:\?[\w=&.,%~+:;@!*()/?$-]*)?$/.test(text) &&
    !text.includes('//')
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
