// One answer for every request that met trouble with the storage, whichever way the error took: 503, in
// words, with what was typed (catalogue REL-05). Scripts get the same words as JSON.
import { addressOf } from '#app/addresses.ts';
import { StorageError, type StorageTrouble } from '#app/domain/storage-trouble.ts';
import type { Services } from '#app/services.server.ts';
import { localPath } from './keep-for-later.ts';
import { notSavedText, troubleSentences } from '#words/kit/storage-text.ts';
import { rememberTyped, type Typed, withTyped } from '#app/http/forms/typed-texts.ts';
import { uploadTexts } from '#app/http/forms/upload-texts.ts';

/** The page that says it. Nobody finds it by its address. */
const PAGE = addressOf('/not-saved');
const READS = new Set(['GET', 'HEAD']);
/** When to try again, in seconds: another program is soon done, a person has to make room. */
const RETRY_AFTER: Readonly<Record<StorageTrouble, string>> = {
  busy: '5',
  reserve: '600',
  full: '120',
  'read-only': '120',
  failing: '600',
};

export type NotSaved = {
  readonly status: number;
  /** What is wrong, and what comes next. */
  readonly sentences: readonly string[];
  /** false = a page was asked for, and nothing was sent. */
  readonly sent: boolean;
  readonly texts: Typed['texts'];
  /** The form and where it goes, to be sent again; null where it has to be filled in anew. */
  readonly again: {
    readonly to: string;
    readonly fields: readonly (readonly [string, string])[];
  } | null;
};

type Asked = {
  readonly request: Request;
  /** The page that says it, in the frame of every other. */
  readonly page: (request: Request, notSaved: NotSaved) => Promise<Response>;
};

/** What `answer` gives, or the answer that says what is wrong with the storage. */
export async function orNotSaved(
  { storage }: Pick<Services, 'storage'>,
  asked: Asked,
  answer: () => Promise<Response>,
): Promise<Response> {
  return withTyped(async (typedIn) => {
    const { settled, trouble } = await storage.during(answer);
    const failed = settled.status === 'rejected' || settled.value.status >= 400;
    if (trouble === null || !failed) {
      if (settled.status === 'rejected') throw settled.reason;
      return settled.value;
    }
    const response = await notSaved(asked, trouble, typedIn());
    response.headers.set('Retry-After', RETRY_AFTER[trouble]);
    return response;
  });
}

async function notSaved(
  { request, page }: Asked,
  trouble: StorageTrouble,
  { texts, again }: Typed,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (request.headers.get('accept') === 'application/json') {
    return Response.json({ message: notSavedText(trouble) }, { status: 503 });
  }
  if (pathname.endsWith('.data')) return plain(notSavedText(trouble));
  const to = localPath(pathname + search);
  const asking = new Request(new URL(PAGE, request.url), {
    method: request.method === 'HEAD' ? 'HEAD' : 'GET',
    signal: request.signal,
  });
  return page(asking, {
    status: 503,
    sentences: troubleSentences(trouble),
    sent: !READS.has(request.method),
    texts,
    again: again === null || to === null ? null : { to, fields: again },
  });
}

/**
 * Whether there is too little room for a form with a file. Its texts are read, to be shown again; its
 * file goes nowhere.
 */
export async function hasNoRoom(
  { storage, isShort }: Pick<Services, 'storage' | 'isShort'>,
  upload: Request,
): Promise<boolean> {
  if (!(await isShort())) return false;
  rememberTyped((await uploadTexts(upload)) ?? new FormData());
  storage.note(new StorageError('reserve'));
  return true;
}

function plain(text: string): Response {
  return new Response(`${text}\n`, {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
