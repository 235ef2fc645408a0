// `admin audit`: is the trail what was written, what is its head, and old events cut off.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DATABASE } from '#app/adapters/backup/backup-manifest.ts';
import { openDatabase } from '#app/adapters/backup/data-folder.ts';
import { openTrailHeads } from '#app/adapters/backup/trail-heads.ts';
import { openTrailSeal, sealing } from '#app/adapters/backup/trail-seal.ts';
import { readBackupSettings, type TrailSettings } from '#app/config.ts';
import { type Head, headText, readHead } from '#app/domain/audit/event.ts';
import { isDay } from '#app/domain/calendar-entries.ts';
import { readRecords, type RecordFinding } from '#app/domain/audit/records.ts';
import { readTrail, type TrailFinding, type TrailReport } from '#app/domain/audit/verify-trail.ts';
import { cutTrail } from '#app/use-cases/administration/cut-trail.ts';
import { type StoredTrail, withStoredTrail } from '#app/adapters/backup/stored-trail.ts';
import { findingText, verdictText } from '#words/administration/trail-text.ts';
import { type Options, usage, type Verb } from './options.ts';
import { CommandFailure, EXIT, print, printJson, tell } from './output.ts';
import { settings } from './settings.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../db/migrations/sqlite');
const NO_HEAD =
  'No head is known from outside the database, so nobody can tell whether events at the end of the trail are missing. Give one that a receipt, a letter, the log or a backup holds: --head TEXT';

const VERBS: Readonly<Record<string, Verb>> = { verify, head, cut };

/** `admin audit WORD`. */
export async function auditVerb(words: readonly string[], options: Options): Promise<number> {
  const [name = '', ...more] = words;
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb === undefined || more.length > 0) {
    throw usage(`admin audit has ${Object.keys(VERBS).join(', ')}`);
  }
  return verb([], options);
}

async function verify(_: readonly string[], options: Options): Promise<number> {
  const place = placeOf();
  const heads = [...(await openTrailHeads(place.trail.headsFile).list()), ...given(options)];
  const report = inTrail(place, (trail) => reportOn(trail, place.trail, heads));
  if (options.json) printJson({ ...report, heads: heads.length });
  else for (const finding of report.findings) print(findingText(finding));
  if (heads.length === 0) tell(NO_HEAD);
  tell(verdictText(report, heads.length));
  return report.findings.length === 0 ? EXIT.ok : EXIT.findings;
}

async function head(_: readonly string[], { json }: Options): Promise<number> {
  const newest = inTrail(placeOf(), ({ head: stored }) => stored);
  if (newest === null) throw new CommandFailure(EXIT.findings, 'The trail has no event yet.');
  if (json) printJson(newest);
  else print(headText(newest));
  return EXIT.ok;
}

async function cut(_: readonly string[], { before, json }: Options): Promise<number> {
  const today = new Date().toISOString().slice(0, 10);
  if (before === undefined || !isDay(before) || before > today) {
    throw usage('admin audit cut needs --before DATE, such as 2021-04-01, and no later than today');
  }
  const place = placeOf();
  const heads = await openTrailHeads(place.trail.headsFile).list();
  const { findings } = inTrail(place, (trail) => reportOn(trail, place.trail, heads));
  if (findings.length > 0) {
    throw new CommandFailure(
      EXIT.refused,
      `The trail is not what was written, so nothing was cut off: charter admin audit verify says where (${findings.length}).`,
    );
  }
  const trailSeal = openTrailSeal(place.trail.key, place.trail.oldKeys);
  const engine = openDatabase(place.dataFolder, MIGRATIONS, { seal: sealing(trailSeal) });
  try {
    const services = { engine, trailSeal, clock: () => new Date() };
    const done = await cutTrail(services, `${before}T00:00:00.000Z`);
    const report = done.ok ? done.value : { events: 0, chains: 0 };
    if (json) printJson(report);
    tell(`${report.events} events from before ${before} were cut off, in ${report.chains} chains`);
    return EXIT.ok;
  } finally {
    engine.close();
  }
}

type Place = { readonly dataFolder: string; readonly trail: TrailSettings };

function placeOf(): Place {
  const { dataFolder, trail } = settings(readBackupSettings);
  if (trail === null) {
    throw usage(
      'Set AUDIT_KEY or SESSION_SECRET to that of the service: the seals are made with it',
    );
  }
  if (!existsSync(path.join(dataFolder, DATABASE))) {
    throw new CommandFailure(
      EXIT.io,
      `There is no ${DATABASE} in ${dataFolder}; is DATA_DIR right?`,
    );
  }
  return { dataFolder, trail };
}

/** The heads of --head, read as they were printed. */
function given({ heads }: Options): readonly Head[] {
  return heads.map((text) => {
    const read = readHead(text);
    if (read !== null) return read;
    throw usage(`--head takes a head as it was printed, such as installation:4031:…, not ${text}`);
  });
}

function inTrail<T>({ dataFolder }: Place, read: (trail: StoredTrail) => T): T {
  const result = withStoredTrail(path.join(dataFolder, DATABASE), read);
  if (result !== null) return result;
  throw new CommandFailure(
    EXIT.findings,
    'The trail of this database is from before trails were sealed. The next start of the service seals it.',
  );
}

type WholeReport = Omit<TrailReport, 'findings'> & {
  readonly findings: readonly (TrailFinding | RecordFinding)[];
};

/** The trail, and what it vouches for. */
function reportOn(
  { checkpoints, events, records }: StoredTrail,
  { key, oldKeys }: TrailSettings,
  heads: readonly Head[],
): WholeReport {
  const { check } = openTrailSeal(key, oldKeys);
  const reading = readTrail({ check, heads, checkpoints });
  const compared = readRecords((text) => createHash('sha256').update(text).digest('hex'));
  for (const event of events) {
    reading.take(event);
    compared.note(event);
  }
  for (const record of records()) compared.take(record);
  const report = reading.report();
  return { ...report, findings: [...report.findings, ...compared.findings()] };
}
