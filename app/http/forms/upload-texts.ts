// The texts of a form whose file cannot be kept: nobody is signed in, and the texts are carried
// through the sign-in (keep-for-later.ts).
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import { feed } from '#app/http/register-api/feed-body.ts';
import { rememberTyped } from './typed-texts.ts';
import { MOST_REQUEST_BYTES, parserFor } from './read-upload.ts';

/** What a route gives that refuses a form with a file unread: its texts are read, for the page that says so. */
export async function refusingUpload<T>(request: Request, allowed: () => Promise<T>): Promise<T> {
  try {
    return await allowed();
  } catch (refusal) {
    // Any other form was read at the door (whole-form.ts).
    const unread = /^multipart\//i.test(request.headers.get('content-type') ?? '');
    const texts = unread ? await uploadTexts(request) : null;
    if (texts !== null) rememberTyped(texts);
    throw refusal;
  }
}

/** The texts as far as the form could be read; null where it is none. Its file goes nowhere. */
export async function uploadTexts(request: Request): Promise<FormData | null> {
  const parser = parserFor(request.headers.get('content-type') ?? '');
  if (parser === null || request.body === null) return null;
  const fields = new FormData();
  const end = Promise.withResolvers<void>();
  const state = { stopped: false };
  const stop = () => {
    state.stopped = true;
    end.resolve();
  };
  parser.on('field', (name, value) => {
    if (name !== undefined) fields.append(name, unmarked(value));
  });
  parser.on('file', (_name, content) => {
    // A listener of its own: an error without one would end the process.
    content.on('error', () => {});
    content.resume();
  });
  parser.on('error', stop);
  parser.on('finish', () => end.resolve());
  const stopped = () => state.stopped;
  await feed(request.body, { parser, most: MOST_REQUEST_BYTES, ended: end.promise, stopped, stop });
  return fields;
}
