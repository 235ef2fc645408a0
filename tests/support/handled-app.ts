// The built service in this process, on a copy of the data folder: what its disk and database do can be
// decided from one request to the next.
import { cpSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from 'react-router';
import { inject } from 'vitest';
import type { CharterLibrary } from '#app/adapters/charter-files/charter-library.ts';
import { readConfig } from '#app/config.ts';
import { createHandle } from '#app/http/door/handle.ts';
import { openServices, type Services } from '#app/services.server.ts';
import { type Visitor, visitor } from './http.ts';
import { sharedParts } from './services.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LOCAL = 'http://localhost:3000';

export type HandledApp = {
  readonly services: Services;
  readonly folder: string;
  /** Someone without a session, or with the cookie of one. */
  readonly visitor: (cookie?: string) => Visitor;
  readonly lines: readonly string[];
  /** Lets so many milliseconds pass on the clock of the service, which stands still otherwise. */
  readonly later: (milliseconds: number) => void;
};

/** The service on a copy of the seeded data, or on a folder that is there, with other charters in their place. */
export async function handledApp(
  env: Readonly<Record<string, string>> = {},
  folder = copyOfData(),
  inTheirPlace: (library: CharterLibrary) => Promise<CharterLibrary> = async (library) => library,
): Promise<HandledApp> {
  const lines: string[] = [];
  const opened = Date.now();
  let passed = 0;
  const origin = env['PUBLIC_ORIGIN'] ?? LOCAL;
  const settings = { MODE: 'test', DATA_DIR: folder, PUBLIC_ORIGIN: origin, ...env };
  const config = readConfig(settings, ROOT);
  const shared = await sharedParts(config);
  const services = await openServices(config, ROOT, {
    ...shared,
    ...(shared.library === undefined ? {} : { library: await inTheirPlace(shared.library) }),
    clock: () => new Date(opened + passed),
    log: (event, facts) => void lines.push(JSON.stringify({ event, ...facts })),
  });
  // Nothing here outlives the process, so nothing waits for the disk.
  services.engine.connection.pragma('synchronous = OFF');
  const file = pathToFileURL(path.join(ROOT, inject('buildFolder'), 'server/index.js')).href;
  const build: ServerBuild = await import(file);
  const handle = createHandle(services, build);
  const send = (url: string, init: RequestInit) => handle(new Request(url, init), '192.0.2.1');
  const later = (milliseconds: number) => {
    passed += milliseconds;
  };
  return {
    services,
    folder,
    lines,
    later,
    visitor: (cookie = '') => visitor({ origin }, { send, cookie }),
  };
}

/** A copy of the seeded data folder. */
function copyOfData(): string {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'charter-handled-'));
  cpSync(inject('dataFolder'), copy, { recursive: true });
  return copy;
}
