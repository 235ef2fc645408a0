// A form is read whole before anyone looks at it, so that one that cannot be read is refused in one
// place (SEC-67). Its size has been checked; its fields are counted before anything parses them, because
// each costs far more than its bytes.
import { rememberTyped } from './typed-texts.ts';

const FORM = 'application/x-www-form-urlencoded';

/** The most fields of a form; the largest of our own have a few hundred. */
export const MOST_FORM_FIELDS = 1000;

/** The request with its form in memory, or why there is none. */
export async function wholeForm(
  request: Request,
): Promise<Request | 'unreadable' | 'too-many-fields'> {
  if (request.body === null) return request;
  try {
    const { url, method, signal } = request;
    const headers = new Headers(request.headers);
    const body = withoutMarks(Buffer.from(await request.arrayBuffer()));
    if (body.byteLength === 0) headers.set('content-type', FORM);
    if (hasTooManyFields(headers.get('content-type') ?? '', body)) return 'too-many-fields';
    const whole = new Request(url, { method, headers, body, signal });
    rememberTyped(await whole.clone().formData());
    return whole;
  } catch {
    // Named recovery: whatever is wrong with it, the person hears that it could not be read.
    return 'unreadable';
  }
}

const MARK_BYTES = /%f3%a0%80%81|\u00f3\u00a0\u0080\u0081/gi;

/** What is typed holds none of the signs that mark words of a charter as translated. */
function withoutMarks(body: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const text = body.toString('latin1');
  const plain = text.replaceAll(MARK_BYTES, '');
  return plain.length === text.length ? body : Buffer.from(plain, 'latin1');
}

/**
 * Whether a body has more fields than a form may have: pairs between '&', or parts with a header each. A
 * type that names both kinds is counted as both, since a parser may take either.
 */
function hasTooManyFields(type: string, body: Buffer): boolean {
  const text = body.toString('latin1').toLowerCase();
  return (
    (/urlencoded/i.test(type) && timesIn(text, '&') >= MOST_FORM_FIELDS) ||
    (/multipart/i.test(type) && timesIn(text, 'content-disposition') > MOST_FORM_FIELDS)
  );
}

/** How often a sign stands in a text; it is not counted much further than matters. */
function timesIn(text: string, sign: string): number {
  let times = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + sign.length)) {
    times += 1;
    if (times > MOST_FORM_FIELDS) break;
  }
  return times;
}
