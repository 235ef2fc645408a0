// The composition root: everything that use cases and queries are given, built once.
import { randomUUIDv7 } from 'node:crypto';
import path from 'node:path';
import { type EvidenceFiles, openEvidenceFiles } from '#app/adapters/evidence-files.ts';
import { createLog, type Log } from '#app/adapters/log.ts';
import { type CharterLibrary, loadCharterLibrary } from '#app/adapters/charter-library.ts';
import type { Config } from '#app/config.ts';
import { type Auth, createAuth } from '#app/identity/auth.ts';
import type { Clock, DemoGuide, NewId } from '#app/ports.ts';
import { type Engine, openEngine } from '#db/engine.sqlite.ts';

export type Services = {
  readonly config: Config;
  readonly engine: Engine;
  readonly library: CharterLibrary;
  readonly files: EvidenceFiles;
  readonly auth: Auth;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly demo: DemoGuide | null;
  readonly close: () => void;
};

/** All services on the data folder of the settings. Throws where the start-up contract is not held. */
export async function openServices(
  config: Config,
  root: string,
  { clock = () => new Date(), demo = null }: { clock?: Clock; demo?: DemoGuide | null } = {},
): Promise<Services> {
  const engine = openEngine(
    path.join(config.dataFolder, 'charter.db'),
    path.join(root, 'db/migrations/sqlite'),
  );
  const library = await loadCharterLibrary(config.charterFolder);
  const auth = createAuth({
    connection: engine.connection,
    origin: config.origin,
    secret: config.secret,
    newId: randomUUIDv7,
  });
  const log = config.mode === 'test' ? () => {} : createLog(console.log, clock);
  for (const { folder, mistakes } of library.refused) {
    log('charter-refused', {
      folder,
      mistakes: mistakes.length,
      first: mistakes[0]?.message ?? '',
    });
  }
  const files = openEvidenceFiles(path.join(config.dataFolder, 'files'), randomUUIDv7);
  const close = () => engine.close();
  return { config, engine, library, files, auth, clock, newId: randomUUIDv7, log, demo, close };
}
