// The whole trail of a database as it lies there, read from beside whatever else works on it.
import Database from 'better-sqlite3';
import {
  type Checkpoint,
  type Head,
  INSTALLATION,
  type TrailEvent,
} from '#app/domain/audit/event.ts';

export type StoredTrail = {
  readonly checkpoints: readonly Checkpoint[];
  /** Those of the installation first, then chain by chain, each in its order; one at a time. */
  readonly events: Iterable<TrailEvent>;
  /** The newest of the installation; null = there is none. */
  readonly head: Head | null;
};

/** What `read` makes of the trail in a database file; null where it is from before trails were sealed. */
export function withStoredTrail<T>(file: string, read: (trail: StoredTrail) => T): T | null {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const trail = storedTrail(connection);
    return trail === null ? null : read(trail);
  } finally {
    connection.close();
  }
}

/** The trail in a database; null where it is from before trails were sealed. */
export function storedTrail(connection: Database.Database): StoredTrail | null {
  if (!isSealed(connection)) return null;
  const checkpoints = connection.prepare<[], Checkpoint>(
    'select chain, position, event_seal as eventSeal, before, cut_at as cutAt, seal from audit_checkpoints',
  );
  const events = connection.prepare<[], TrailEvent>(
    `select sequence, at, actor, event, organisation_id as organisationId, subject, details, chain,
      position, previous, seal
    from audit_events order by chain is not 'installation', chain, position, sequence`,
  );
  const head = storedHead(connection);
  return {
    checkpoints: checkpoints.all(),
    events: { [Symbol.iterator]: () => events.iterate() },
    head,
  };
}

/** The head of the installation’s chain in a database; null = there is none. */
export function storedHead(connection: Database.Database): Head | null {
  if (!isSealed(connection)) return null;
  const newest = connection.prepare<[string], Head>(
    'select chain, position, seal from audit_events where chain = ? order by position desc limit 1',
  );
  return newest.get(INSTALLATION) ?? null;
}

function isSealed(connection: Database.Database): boolean {
  const table = connection.prepare("select 1 from sqlite_schema where name = 'audit_checkpoints'");
  return table.get() !== undefined;
}
