// The pages of a charter that is being written, for the browser of whoever writes it: on this machine only, to read
// only. A page of another site cannot ask for them under a name of its own, as the name asked for is checked.
import { once } from 'node:events';
import http from 'node:http';
import type { Watched } from '#app/domain/charter/authoring/watched.ts';

export type ServedFile = { readonly type: string; readonly bytes: Uint8Array | string };

export type WatchedPages = {
  /** The page at a path, as HTML; in a language, or in the charter's own where it is null. */
  readonly render: (
    watched: Watched,
    path: string,
    language: string | null,
  ) => { readonly status: number; readonly html: string };
  /** Styles, scripts and typefaces, by path. */
  readonly files: ReadonlyMap<string, ServedFile>;
};

export type Served = {
  /** http://127.0.0.1:PORT */
  readonly address: string;
  /** Tells every page that is open of a change. */
  readonly changed: (watched: Watched) => void;
  readonly close: () => Promise<void>;
};

const LOOPBACK = '127.0.0.1';
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Serves the pages; port 0 takes one that is free. Throws where the port is taken. */
export async function serveWatched(
  now: () => Watched,
  pages: WatchedPages,
  port: number,
): Promise<Served> {
  const open = new Set<http.ServerResponse>();
  const server = http.createServer((request, response) => {
    const answer = answerTo(request, server, { now, pages });
    if (answer === 'events') return listen(request, response, { open, now });
    const headers = { ...HEADERS, 'Content-Type': answer.type, ...answer.more };
    response.writeHead(answer.status, headers);
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  });
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return {
    address: `http://${LOOPBACK}:${portOf(server)}`,
    changed: ({ revision }) => {
      for (const response of open) response.write(eventOf(revision));
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array | string;
  readonly more?: Readonly<Record<string, string>>;
};

type Given = { readonly now: () => Watched; readonly pages: WatchedPages };

function answerTo(
  { headers, method = '', url = '' }: http.IncomingMessage,
  server: http.Server,
  { now, pages }: Given,
): Answer | 'events' {
  const names = [LOOPBACK, 'localhost'].map((name) => `${name}:${portOf(server)}`);
  if (!names.includes(headers.host ?? '')) return plain(421, 'Misdirected Request');
  if (method !== 'GET' && method !== 'HEAD') {
    return { ...plain(405, 'Method Not Allowed'), more: { Allow: 'GET, HEAD' } };
  }
  const path = pathOf(url);
  if (path === null) return plain(400, 'Bad Request');
  if (path === '/events') return 'events';
  const file = pages.files.get(path);
  if (file !== undefined) return { status: 200, type: file.type, body: file.bytes };
  const { status, html } = pages.render(now(), path, languageIn(url));
  return { status, type: 'text/html; charset=utf-8', body: html };
}

function languageIn(url: string): string | null {
  return URL.parse(url, `http://${LOOPBACK}`)?.searchParams.get('language') ?? null;
}

function plain(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body };
}

function pathOf(url: string): string | null {
  const parsed = URL.parse(url, `http://${LOOPBACK}`);
  try {
    return parsed === null ? null : decodeURIComponent(parsed.pathname);
  } catch {
    // Named recovery: a per cent sign without two digits.
    return null;
  }
}

/** Keeps the answer open; a page that shows another revision than there is now is told at once. */
function listen(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { open, now }: { readonly open: Set<http.ServerResponse>; readonly now: () => Watched },
): void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
  const { revision } = now();
  const shown = URL.parse(request.url ?? '', `http://${LOOPBACK}`)?.searchParams.get('shown');
  response.write(shown === String(revision) ? ': watching\n\n' : eventOf(revision));
  open.add(response);
  response.on('close', () => open.delete(response));
}

function eventOf(revision: number): string {
  return `data: ${revision}\n\n`;
}

function portOf(server: http.Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
