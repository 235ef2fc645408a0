// The whole trail of a database as it lies there, read from beside whatever else works on it.
import Database from 'better-sqlite3';
import type { StoredRecord } from '#app/domain/audit/records.ts';
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
  /** The rows that events vouch for, one at a time. */
  readonly records: () => Iterable<StoredRecord>;
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
    records: () => storedRecords(connection),
    head,
  };
}

function* storedRecords(connection: Database.Database): Generator<StoredRecord> {
  const submitted = connection.prepare<[], Submitted>(
    `select submissions.id, submissions.assessment_id as assessmentId, snapshot, sha256,
      submitted_at as at, signatures.content_sha256 as signed
    from submissions left join signatures on signatures.id = submissions.signature_id
      and signatures.assessment_id = submissions.assessment_id
    order by submissions.number`,
  );
  for (const row of submitted.iterate()) yield { what: 'submission', ...row };
  const decided = connection.prepare<[], Decided>(
    `select id, assessment_id as assessmentId, submission_id as submissionId, outcome, level,
      revisions_due_on as revisionsDueOn, record, sha256, decided_at as at
    from decisions order by decided_at, id`,
  );
  for (const row of decided.iterate()) yield { what: 'decision', ...row };
  yield* storedAwards(connection);
}

function* storedAwards(connection: Database.Database): Generator<StoredRecord> {
  const awarded = connection.prepare<[], Omit<Awarded, 'decision'> & { decisionId: string }>(
    `select number as id, charter, level, organisation, department, assessment_id as assessmentId,
      submission_id as submissionId, decision_id as decisionId
    from awards order by number`,
  );
  const made = connection.prepare<[string], NonNullable<Awarded['decision']>>(
    `select assessment_id as assessmentId, submission_id as submissionId, outcome, level,
      revisions_due_on as revisionsDueOn, record
    from decisions where id = ?`,
  );
  for (const { decisionId, ...row } of awarded.iterate()) {
    yield { what: 'award', ...row, decision: made.get(decisionId) ?? null };
  }
}

type Row<What extends StoredRecord['what']> = Omit<Extract<StoredRecord, { what: What }>, 'what'>;
type Submitted = Row<'submission'>;
type Decided = Row<'decision'>;
type Awarded = Row<'award'>;

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
