// Browsers without a browser: requests with a cookie jar against a started service, forms read from
// its pages, raw bytes over a socket, and the database beside it.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { AppServer } from './app-server.ts';
import { keepPage } from './kept-pages.ts';
import { PASSWORD } from './people.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Uint8Array;
};

type Pairs = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

export type Asked = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
};

export type Visitor = {
  /** Any request, with the visitor's cookies and nothing else. */
  readonly ask: (method: string, address: string, asked?: Asked) => Promise<Answer>;
  readonly get: (address: string) => Promise<Answer>;
  /** A form as our own pages send it. */
  readonly post: (address: string, fields: Pairs) => Promise<Answer>;
  /** A form with a file. */
  readonly upload: (address: string, form: FormData) => Promise<Answer>;
  /** The Cookie header as it is sent now. */
  readonly cookie: () => string;
};

type From = {
  /** What the service believes to be its own origin. */
  readonly origin?: string;
  readonly cookie?: string;
  /** How requests get there; over the network where it is not said. */
  readonly send?: (url: string, init: RequestInit) => Promise<Response>;
};

/** Someone without a session. */
export function visitor(
  app: Pick<AppServer, 'origin'>,
  { origin = app.origin, cookie = '', send = fetch }: From = {},
): Visitor {
  const jar = new Map(cookie === '' ? [] : [pairOf(cookie)]);
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask: Visitor['ask'] = async (method, address, { headers = {}, body } = {}) => {
    const response = await send(`${app.origin}${address}`, {
      method,
      redirect: 'manual',
      headers: { ...(jar.size === 0 ? {} : { Cookie: cookies() }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [name, value] = pairOf(set.split(';')[0] ?? '');
      if (value === '' || /max-age=0/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = Buffer.from(bytes).toString('utf8');
    const type = response.headers.get('content-type') ?? '';
    // What is sent packed is no page for a checker; the same page is kept where nobody asked for that.
    const packed = response.headers.has('content-encoding');
    keepPage({ method, address }, { status: response.status, type, text: packed ? '' : text });
    return { status: response.status, headers: response.headers, text, bytes };
  };
  const ours = { Origin: origin, 'Sec-Fetch-Site': 'same-origin' };
  return {
    ask,
    get: (address) => ask('GET', address),
    post: (address, fields) =>
      ask('POST', address, { headers: ours, body: new URLSearchParams(pairsOf(fields)) }),
    upload: (address, form) => ask('POST', address, { headers: ours, body: form }),
    cookie: cookies,
  };
}

/** The cookie of a visitor's session alone, as it is sent; '' without one. */
export function sessionCookie(person: Visitor): string {
  return (
    person
      .cookie()
      .split('; ')
      .find((cookie) => cookie.startsWith('session=')) ?? ''
  );
}

/** Someone who has signed in by the form. */
export async function signedInAs(
  app: Pick<AppServer, 'origin'>,
  email: string,
  options: { readonly origin?: string } = {},
): Promise<Visitor> {
  const person = visitor(app, options);
  const answer = await person.post('/sign-in', { email, password: PASSWORD });
  if (answer.status !== 303) throw new Error(`${email} cannot sign in: ${answer.status}`);
  return person;
}

function pairsOf(fields: Pairs): [string, string][] {
  const pairs = Array.isArray(fields) ? (fields as Exclude<Pairs, Record<string, string>>) : null;
  return pairs === null ? Object.entries(fields) : pairs.map(([name, value]) => [name, value]);
}

function pairOf(cookie: string): [string, string] {
  const at = cookie.indexOf('=');
  return [cookie.slice(0, at), cookie.slice(at + 1)];
}

/** The fields of the page's forms that go to this action, as a browser would send them back. */
export function formFields(html: string, action: string): readonly (readonly [string, string])[] {
  const form = [...html.matchAll(/<form[^>]*>.*?<\/form>/gs)]
    .map(([text]) => text)
    .find((text) => text.includes(`action="${action}"`));
  return [...(form ?? '').matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    attribute(input, 'name'),
    // A browser reads every line break as LF and sends it as CR LF.
    attribute(input, 'value').replaceAll(/\r\n|\r|\n/g, '\r\n'),
  ]);
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

/** Text of a page as it is read: the five characters that React escapes. */
export function unescaped(html: string): string {
  const known: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#x27;': "'",
    '&amp;': '&',
  };
  return html.replaceAll(/&(?:lt|gt|quot|amp|#x27);/g, (entity) => known[entity] ?? entity);
}

/** Sends bytes as they are and reads until the other side closes or has been silent for a while. */
export async function raw(
  app: Pick<AppServer, 'origin'>,
  bytes: string | Uint8Array,
  { silence = 1500 }: { readonly silence?: number } = {},
): Promise<string> {
  const { hostname, port } = new URL(app.origin);
  const socket = net.connect({ host: hostname, port: Number(port) });
  await once(socket, 'connect');
  const pieces: Buffer[] = [];
  socket.on('data', (piece: Buffer) => pieces.push(piece));
  socket.on('error', () => {});
  socket.setTimeout(silence, () => socket.destroy());
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(pieces).toString('utf8');
}

/** A page without what is drawn by lot for each answer: nonces and references, in which any letters can stand. */
export function timeless(html: string): string {
  return html
    .replaceAll(/nonce="[^"]*"/g, 'nonce')
    .replaceAll(/(\\?"reference\\?",\\?")[\w-]*/g, '$1');
}

/** Runs SQL beside the running service. */
export function withDatabase<T>(folder: string, run: (database: Database.Database) => T): T {
  const database = new Database(path.join(folder, 'charter.db'), { timeout: 5000 });
  try {
    return run(database);
  } finally {
    database.close();
  }
}

/** The one value that a query finds, as text. */
export function valueOf(folder: string, sql: string, ...values: readonly string[]): string {
  return withDatabase(folder, (database) =>
    String(
      database
        .prepare(sql)
        .pluck()
        .get(...values),
    ),
  );
}

const CHANGED_BY_READING = new Set([
  'session',
  'failed_tries',
  'account_security',
  'audit_events',
  'verification',
]);

type Watched = {
  readonly database: Database.Database;
  readonly tables: readonly { readonly name: string; readonly rows: Database.Statement }[];
  version: unknown;
  hash: string;
};
const watched = new Map<string, Watched>();

/** A hash of every table but those that a mere visit changes; read again only after a commit. */
export function tablesHash(folder: string): string {
  const seen = watched.get(folder) ?? watch(folder);
  watched.set(folder, seen);
  // It is another number once another connection has committed anything.
  const version = seen.database.pragma('data_version', { simple: true });
  if (version !== seen.version) Object.assign(seen, { version, hash: hashOf(seen) });
  return seen.hash;
}

function watch(folder: string): Watched {
  const database = new Database(path.join(folder, 'charter.db'), { timeout: 5000 });
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all()
    .map(String)
    .filter((name) => !CHANGED_BY_READING.has(name))
    .map((name) => ({
      name,
      rows: database.prepare(`select * from "${name}" order by rowid`).raw(),
    }));
  return { database, tables, version: null, hash: '' };
}

function hashOf({ tables }: Watched): string {
  const hash = createHash('sha256');
  for (const { name, rows } of tables) hash.update(`${name} ${JSON.stringify(rows.all())}\n`);
  return hash.digest('hex');
}
