// One request from the door to the answer: guard, person, policy, page, headers.
import { DOOR } from '#words/kit/door-words.ts';
import { randomBytes } from 'node:crypto';
import { RouterContextProvider, type ServerBuild } from 'react-router';
import { addressPrefix } from '#app/domain/policy/address-prefix.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import type { Services } from '#app/services.server.ts';
import { NOBODY, type Visitor, visitorOf } from './actor-of.ts';
import {
  actorContext,
  addressContext,
  doorContext,
  factorContext,
  languageContext,
  loggedPathContext,
  nonceContext,
  notSavedContext,
  servicesContext,
  sessionContext,
  uploadWaitContext,
} from './contexts.ts';
import { keepForLater, signInFirst } from './keep-for-later.ts';
import type { AskedDoor } from './door.ts';
import { doorsOf } from './doors-of.ts';
import { loggedPathsOf } from './logged-path.ts';
import { onlyRead } from './only-read.ts';
import { hasNoRoom, type NotSaved, orNotSaved } from './not-saved-answer.ts';
import { readingLanguage } from './reading-language.ts';
import { createRateLimit } from './rate-limit.ts';
import { createUploadRate } from './upload-rate.ts';
import { uploadTexts } from '#app/http/forms/upload-texts.ts';
import { isStart, setsUpFirst, setUpInstead } from './set-up-first.ts';
import { MOST_FORM_FIELDS, wholeForm } from '#app/http/forms/whole-form.ts';
import { comesFromHere, secure } from './security.ts';
import { pagesOf } from './shared-page.ts';

/** The largest form without a file; uploads are limited where they are read. */
const MOST_FORM_BYTES = 1_000_000;
/** A form that carries the preview of a whole file: 400 answers, or 300 actions. */
const MOST_PREVIEW_BYTES = 8_000_000;
const UNREADABLE = DOOR.formNotRead;
const TOO_MANY_FIELDS = DOOR.tooManyFields(MOST_FORM_FIELDS);

/** Who asks, from where; nobody is known before the session is read. */
type Asked = {
  readonly address: string;
  readonly nonce: string;
  /** What the route that they ask for says of itself. */
  readonly door: AskedDoor;
  /** The address that they ask for, as it may stand in the log. */
  readonly path: string;
  visitor: Visitor;
  /** The tag of the language in which charters are read; null = their own. */
  readonly language: string | null;
  /** Seconds until a file of theirs is taken. */
  wait: number;
};

export type Handle = (request: Request, address: string) => Promise<Response>;

/** The service as a function from request to response; it never throws. */
export function createHandle(services: Services, build: ServerBuild): Handle {
  const { config, log } = services;
  const https = config.origin.startsWith('https:');
  const lookUp = lookUpsOf(services, build);
  const limited = createRateLimit();
  const uploadWait = createUploadRate(config.uploadsPerHour);
  const pages = pagesOf(build);

  async function answer(arrived: Request, asked: Asked): Promise<Response> {
    const { door } = asked;
    const request = await whole(arrived, config.origin, door);
    if (request instanceof Response) return request;
    asked.visitor = await visitorOf(services, request, { keepAlive: door.quiet !== true });
    const first = await setUpFirst(services, { request, asked, pages });
    if (first !== null) return first;
    const { actor, cookies } = asked.visitor;
    const upload = isUpload(request, door);
    asked.wait = actor !== null && upload ? await uploadWait(actor.id) : 0;
    const context = contextFor(services, asked);
    const admitted = mayEnter(door, actor);
    if (admitted === 'sign-in') return signInInstead(request, door, (it) => pages(it, context));
    // A page that is not for this person looks as if it did not exist.
    const page = admitted === 'no' ? new Request(new URL('/no-such-page', request.url)) : request;
    const tight = page === request && upload && (await hasNoRoom(services, page));
    if (tight) return plain(503, UNREADABLE);
    return withCookies(await pages(page, context), cookies);
  }

  return async (request, address) => {
    const nonce = randomBytes(18).toString('base64url');
    const started = performance.now();
    const asked: Asked = { address, nonce, ...lookUp(request), visitor: NOBODY, wait: 0 };
    const answered = orNotSaved(
      services,
      { request, page: (page, said) => pages(page, contextFor(services, asked, said)) },
      () => limited(asked, () => answer(request, asked)),
    );
    const response = await answered.catch((error: unknown) => failed(log, error, nonce));
    // What nobody has read is not wanted; the server lets the rest of it run out (server.ts).
    if (request.body !== null && !request.body.locked) await request.body.cancel();
    log('request', {
      ...whoAsked(asked),
      method: request.method,
      path: asked.path,
      status: response.status,
      milliseconds: Math.round(performance.now() - started),
    });
    return secure(response, nonce, { https });
  };
}

/** How to look up what a request asks for, once for each. */
function lookUpsOf({ library, config }: Services, build: ServerBuild) {
  const doorOf = doorsOf(build);
  const loggedPath = loggedPathsOf(build);
  return (request: Request) => ({
    door: doorOf(new URL(request.url).pathname),
    path: loggedPath(request.url),
    language: readingLanguage(request, library, config),
  });
}

type Entering = {
  readonly request: Request;
  readonly asked: Asked;
  readonly pages: (request: Request, context: RouterContextProvider) => Promise<Response>;
};

/** The request with its form, unless a file comes with it, which is read later; or why it goes no further. */
async function whole(
  arrived: Request,
  origin: string,
  door: AskedDoor,
): Promise<Request | Response> {
  const refusal = refusedAtTheDoor(arrived, origin, door);
  if (refusal !== null) return refusal;
  const request = isUpload(arrived, door) ? arrived : await wholeForm(arrived);
  return typeof request === 'string' ? unreadable(request) : request;
}

/** What somebody gets who has to set up a second factor first; null where they may go on. */
async function setUpFirst(
  services: Services,
  { request, asked, pages }: Entering,
): Promise<Response | null> {
  const { door, visitor } = asked;
  if (!setsUpFirst(door, visitor)) return null;
  if (door.policy !== 'public' || isStart(request)) {
    return setUpInstead(
      request,
      (sent) => formOf(sent, door),
      (asking, said) => pages(asking, contextFor(services, asked, said)),
    );
  }
  asked.visitor = NOBODY;
  return null;
}

/** Nobody is signed in: what was sent is kept while they do. */
async function signInInstead(
  request: Request,
  door: AskedDoor,
  page: (kept: Request) => Promise<Response>,
): Promise<Response> {
  if (request.headers.get('accept') === 'application/json') return plain(401, DOOR.signInFirst);
  if (request.method !== 'POST') return signInFirst(request);
  const form = await formOf(request, door);
  return form === null ? signInFirst(request) : page(keepForLater(request, form, door));
}

/** The texts of a form; null where it is none. */
function formOf(request: Request, door: AskedDoor): Promise<FormData | null> {
  return isUpload(request, door) ? uploadTexts(request) : request.formData();
}

function contextFor(
  services: Services,
  { nonce, address, door, path, visitor, language, wait }: Asked,
  notSaved: NotSaved | null = null,
): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(servicesContext, services);
  context.set(nonceContext, nonce);
  context.set(addressContext, address);
  context.set(doorContext, door);
  context.set(loggedPathContext, path);
  context.set(actorContext, visitor.actor);
  context.set(sessionContext, visitor.session);
  context.set(factorContext, visitor.factor);
  context.set(languageContext, language);
  context.set(uploadWaitContext, wait);
  context.set(notSavedContext, notSaved);
  return context;
}

function whoAsked({ nonce, visitor, address }: Asked) {
  return {
    request: nonce.slice(0, 8),
    person: visitor.actor?.id ?? null,
    from: addressPrefix(address),
  };
}

function unreadable(why: 'unreadable' | 'too-many-fields'): Response {
  return why === 'unreadable' ? plain(400, UNREADABLE) : plain(413, TOO_MANY_FIELDS);
}

function failed(log: Services['log'], error: unknown, nonce: string): Response {
  const request = nonce.slice(0, 8);
  log('request-failed', {
    request,
    error: error instanceof Error ? (error.stack ?? '') : String(error),
  });
  return plain(500, DOOR.wrongOnOurSide);
}

function refusedAtTheDoor(request: Request, origin: string, door: AskedDoor): Response | null {
  const unchanged = door.forPrograms === true ? onlyRead(request) : null;
  if (unchanged !== null) return unchanged;
  if (!comesFromHere(request, origin, door)) {
    const text = DOOR.notFromOurPages;
    return plain(403, text);
  }
  const size = Number(request.headers.get('content-length') ?? 0);
  // Without a length nobody knows how large it is; where nothing is chunked, nothing comes.
  const unknown = request.headers.has('transfer-encoding');
  const most = mostBytes(request, door);
  if ((size > most || unknown) && !isUpload(request, door)) {
    const text = DOOR.tooLarge(most / 1_000_000);
    return plain(413, text);
  }
  return null;
}

function mostBytes(request: Request, { preview }: AskedDoor): number {
  const urlencoded = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;
  const carriesPreview =
    request.method === 'POST' &&
    preview === true &&
    urlencoded.test(request.headers.get('content-type') ?? '');
  return carriesPreview ? MOST_PREVIEW_BYTES : MOST_FORM_BYTES;
}

/** A form with a file, which is read as it arrives and has limits of its own (read-upload.ts). */
function isUpload(request: Request, { upload }: AskedDoor): boolean {
  return (
    upload === true && /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')
  );
}

function mayEnter({ policy }: AskedDoor, actor: Actor | null): 'yes' | 'no' | 'sign-in' {
  if (policy === 'public') return 'yes';
  if (policy === 'nobody') return 'no';
  if (actor === null) return 'sign-in';
  if (policy === 'administrator') return mayAdminister(actor, 'open-administration') ? 'yes' : 'no';
  return 'yes';
}

/**
 * The session is kept alive by its cookie, unless the page itself set one (sign-in, sign-out). What a
 * shared cache may keep never carries anyone's cookie.
 */
function withCookies(response: Response, cookies: readonly string[]): Response {
  if (cookies.length === 0 || response.headers.has('Set-Cookie')) return response;
  if (response.headers.get('Cache-Control')?.startsWith('public')) return response;
  const kept = new Response(response.body, response);
  for (const cookie of cookies) kept.headers.append('Set-Cookie', cookie);
  return kept;
}

function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
