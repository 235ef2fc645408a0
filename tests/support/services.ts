// Real services on a database of their own in a temporary folder, with a clock that stands still.
import { copyFileSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  type CharterLibrary,
  loadCharterLibrary,
} from '#app/adapters/charter-files/charter-library.ts';
import { openWork } from '#app/adapters/workers/work.ts';
import { openTrailSeal, sealing } from '#app/adapters/backup/trail-seal.ts';
import { type Config, readConfig } from '#app/config.ts';
import type { Browser } from '#app/domain/policy/proof.ts';
import type { Actor, Role } from '#app/domain/policy/actor.ts';
import { openServices, type Options, type Services } from '#app/services.server.ts';
import { openEngine } from '#db/engine.sqlite.ts';
import { insertDepartment, insertOrganisation } from '#db/repositories/people/roles.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const AT = '2027-03-01T09:00:00.000Z';

const SHIPPED = path.join(ROOT, 'charter-criteria');
/** The shipped charters, read once for all tests that run in one process. */
let shipped: Promise<CharterLibrary> | undefined;
/** Threads and processes that have read what they draw with; nothing starts before the first job. */
const work = openWork(() => {});
/** An empty database with every table, made once likewise. */
let emptyDatabase: string | undefined;

function withEmptyDatabase(folder: string): string {
  if (emptyDatabase === undefined) {
    emptyDatabase = path.join(mkdtempSync(path.join(os.tmpdir(), 'charter-')), 'charter.db');
    openEngine(emptyDatabase, path.join(ROOT, 'db/migrations/sqlite')).close();
  }
  copyFileSync(emptyDatabase, path.join(folder, 'charter.db'));
  return folder;
}

/** Services on an empty database; with the charters that are shipped, or those of another folder. */
export async function testServices(charters?: string): Promise<Services> {
  return servicesOn(withEmptyDatabase(mkdtempSync(path.join(os.tmpdir(), 'charter-'))), charters);
}

/** What services of one process need not make for themselves: the shipped charters, and workers. */
export async function sharedParts({
  charterFolder,
}: Pick<Config, 'charterFolder'>): Promise<Pick<Options, 'library' | 'work'>> {
  if (charterFolder !== SHIPPED) return { work };
  shipped ??= loadCharterLibrary(SHIPPED);
  return { work, library: await shipped };
}

/** Services on a data folder that is there. */
export async function servicesOn(folder: string, charters?: string): Promise<Services> {
  const settings = { MODE: 'test', DATA_DIR: folder, CHARTER_DIR: charters };
  const config = readConfig(settings, ROOT);
  const services = await openServices(config, ROOT, {
    clock: () => new Date(AT),
    log: () => {},
    ...(await sharedParts(config)),
  });
  // Nothing here outlives the process, so nothing waits for the disk; the engine's own test does.
  services.engine.connection.pragma('synchronous = OFF');
  return services;
}

/** A browser on which nobody has signed in before. */
export const STRANGE: Browser = {
  address: '10.1.1.1',
  device: null,
  signedIn: false,
  agent: '',
  session: null,
};

/** Seals as every service of tests does. */
export function testSeal() {
  return sealing(openTrailSeal(readConfig({ MODE: 'test' }, ROOT).trail.key));
}

/** An organisation with one department; their ids are the names given. */
export async function addDepartment(
  { engine }: Services,
  organisation: string,
  department: string,
): Promise<void> {
  await engine.commit([
    insertOrganisation({ id: organisation, name: `Trust ${organisation}`, createdAt: AT }),
    insertDepartment({
      id: department,
      organisationId: organisation,
      name: department,
      createdAt: AT,
    }),
  ]);
}

/** Someone with one role in one department. */
export function personWith(
  role: Role,
  organisation: string | null,
  department: string | null,
): Actor {
  return {
    id: `${role}-${organisation}`,
    name: 'Nia Achebe',
    email: `${role}@example.org`,
    memberships: [{ role, organisation, department }],
  };
}

/** The same services, where every password is right: for tests of many steps, because hashing is slow. */
export function withAnyPassword(services: Services): Services {
  const verify = async () => true;
  const auth = { $context: Promise.resolve({ password: { verify } }) };
  return { ...services, auth: auth as unknown as Services['auth'] };
}
