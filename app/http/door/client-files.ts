// The files of the build: scripts, styles, fonts and pictures, compressed once and kept in memory.
import { readdirSync, readFileSync } from 'node:fs';
import type http from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { acceptedEncoding } from './accepted-encoding.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const TEXT = new Set(['.js', '.css', '.svg']);

type ClientFile = {
  readonly type: string;
  readonly cache: string;
  readonly bodies: ReadonlyMap<'br' | 'gzip' | 'identity', Buffer>;
};

/** Answers a request for a file of the build; false where the request is for something else. */
export function clientFiles(folder: string) {
  const files = readFiles(folder);
  return (request: http.IncomingMessage, response: http.ServerResponse): boolean => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const [name = '/'] = (request.url ?? '/').split('?');
    const file = files.get(name);
    if (file === undefined) return false;
    const [encoding, body] = chosenBody(file, String(request.headers['accept-encoding'] ?? ''));
    response.writeHead(200, {
      'Content-Type': file.type,
      'Content-Length': body.byteLength,
      'Cache-Control': file.cache,
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
      Vary: 'Accept-Encoding',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
}

function chosenBody(file: ClientFile, accepted: string) {
  const best = acceptedEncoding(accepted);
  const encoding = best !== null && file.bodies.has(best) ? best : 'identity';
  return [encoding, file.bodies.get(encoding) ?? Buffer.alloc(0)] as const;
}

function readFiles(folder: string): ReadonlyMap<string, ClientFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries.flatMap((entry) => {
      const extension = path.extname(entry.name);
      const type = TYPES[extension];
      if (!entry.isFile() || type === undefined) return [];
      const full = path.join(entry.parentPath, entry.name);
      const name = `/${path.relative(folder, full).split(path.sep).join('/')}`;
      return [[name, { type, cache: cacheOf(name), bodies: bodiesOf(full, extension) }] as const];
    }),
  );
}

// Names under assets/ carry a hash of their content, so a browser may keep them for good.
function cacheOf(name: string): string {
  return name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function bodiesOf(file: string, extension: string): ClientFile['bodies'] {
  const bytes = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return new Map<'br' | 'gzip' | 'identity', Buffer>([
    ['identity', bytes],
    ...(TEXT.has(extension)
      ? ([
          ['br', brotliCompressSync(bytes, { params })],
          ['gzip', gzipSync(bytes)],
        ] as const)
      : []),
  ]);
}
