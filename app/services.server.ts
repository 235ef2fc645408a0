// The composition root: everything that use cases and queries are given, built once.
import { randomUUIDv7 } from 'node:crypto';
import path from 'node:path';
import { type CharterLibrary, loadCharterLibrary } from '#app/adapters/charter-library.ts';
import type { Config } from '#app/config.ts';
import { type Auth, createAuth } from '#app/identity/auth.ts';
import type { Clock, NewId } from '#app/ports.ts';
import { type Engine, openEngine } from '#db/engine.sqlite.ts';

export type Services = {
  readonly config: Config;
  readonly engine: Engine;
  readonly library: CharterLibrary;
  readonly auth: Auth;
  readonly clock: Clock;
  readonly newId: NewId;
};

/** All services on the data folder of the settings. Throws where the start-up contract is not held. */
export async function openServices(
  config: Config,
  root: string,
  clock: Clock = () => new Date(),
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
  return { config, engine, library, auth, clock, newId: randomUUIDv7 };
}
