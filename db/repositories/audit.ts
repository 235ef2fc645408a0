// The trail: what was done by whom, never changed afterwards (triggers refuse it).
import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  max,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm';
import {
  type Checkpoint,
  type Head,
  INSTALLATION,
  type TrailEvent,
  VOUCHING,
} from '#app/domain/audit/event.ts';
import type { Db, Write } from '#db/store.ts';
import { auditCheckpoints, auditEvents } from '#db/tables-trail.ts';

export type AuditEvent = {
  readonly at: string;
  readonly actor: string | null;
  readonly event: string;
  readonly organisation: string | null;
  readonly subject: string | null;
  /** Ids and numbers only; never a narrative, a count of people or a secret. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

/**
 * One event as a write, for the same list as what it tells of. It continues the chain of the assessment or
 * the review that is its subject, else that of the installation, and is sealed by the engine's key: one
 * look at the newest event of the chain, in the same transaction.
 */
export function audit(event: AuditEvent): Write {
  return {
    run: (db) => db.insert(auditEvents).select(sealedRow(event)).returning({ sequence }),
    expect: 1,
  };
}

const { sequence } = auditEvents;

function sealedRow({ at, actor, event, organisation, subject, details = {} }: AuditEvent): SQL {
  return sql`
    with event as (
      select (select coalesce(max(sequence), 0) + 1 from audit_events) as sequence,
        ${at} as at, ${actor} as actor, ${event} as event, ${organisation} as organisation_id,
        ${subject} as subject, ${JSON.stringify(details)} as details, ${chainOf(sql`${subject}`)} as chain
    ), placed as (
      select event.*, coalesce(last.position, 0) + 1 as position, coalesce(last.seal, '') as previous
      from event left join audit_events last on last.chain = event.chain
        and last.position = (select max(position) from audit_events where chain = event.chain)
    ), sealed as materialized (
      select placed.*, audit_seal(sequence, at, actor, event, organisation_id, subject, details,
        chain, position, previous) as seal
      from placed
    )
    select sequence, at, actor, event, organisation_id, subject, details, chain,
      case when seal is not null then position end, case when seal is not null then previous end, seal
    from sealed`;
}

/** The chain that events about a subject belong to. */
function chainOf(subject: SQL): SQL {
  return sql`case
    when exists (select 1 from reviews where id = ${subject}) then 'review/' || ${subject}
    when exists (select 1 from assessments where id = ${subject}) then 'assessment/' || ${subject}
    else 'installation' end`;
}

export type AuditRow = typeof auditEvents.$inferSelect;

/** The next events without a seal in the order in which they were written, each with its chain. */
export async function listUnsealed(
  db: Db,
  { after, most }: { readonly after: number; readonly most: number },
) {
  return db
    .select({ row: auditEvents, chain: sql<string>`${chainOf(sql`subject`)}` })
    .from(auditEvents)
    .where(and(isNull(auditEvents.seal), gt(sequence, after)))
    .orderBy(asc(sequence))
    .limit(most);
}

/** The first event that has a seal; null = there is none yet. */
export async function loadFirstSealed(db: Db): Promise<AuditRow | null> {
  const [row] = await db
    .select()
    .from(auditEvents)
    .where(isNotNull(auditEvents.seal))
    .orderBy(asc(sequence))
    .limit(1);
  return row ?? null;
}

/**
 * Seals events that have none, in one statement; a Conflict where one has got a seal meanwhile. The + keeps
 * it off the index of all that have none: each is looked up by its number.
 */
export function sealEvents(sealed: readonly TrailEvent[]): Write {
  const places = JSON.stringify(
    sealed.map((event) => [
      event.sequence,
      event.chain,
      event.position,
      event.previous,
      event.seal,
    ]),
  );
  const part = (index: number) => sql.raw(`json_extract(given.value, '$[${index}]')`);
  return {
    expect: sealed.length,
    run: (db) =>
      db
        .update(auditEvents)
        .set({ chain: part(1), position: part(2), previous: part(3), seal: part(4) })
        .from(sql`json_each(${places}) as given`)
        .where(sql`audit_events.sequence = ${part(0)} and +audit_events.seal is null`)
        .returning({ sequence }),
  };
}

/** The newest event of a chain; null = it has none. */
export async function loadHead(db: Db, chain: string): Promise<Head | null> {
  const [row] = await db
    .select({ position: auditEvents.position, seal: auditEvents.seal })
    .from(auditEvents)
    .where(eq(auditEvents.chain, chain))
    .orderBy(desc(auditEvents.position))
    .limit(1);
  const { position = null, seal = null } = row ?? {};
  return position === null || seal === null ? null : { chain, position, seal };
}

/** The event at a place of a chain; null = there is none. */
export async function loadAt(db: Db, { chain, position }: Pick<Head, 'chain' | 'position'>) {
  const [row] = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.chain, chain), eq(auditEvents.position, position)));
  return row ?? null;
}

/** The newest event of one kind in the installation’s chain; null = there is none. */
export async function loadNewest(db: Db, event: string): Promise<AuditRow | null> {
  const [row] = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.event, event), eq(auditEvents.chain, INSTALLATION)))
    .orderBy(desc(sequence))
    .limit(1);
  return row ?? null;
}

/** The events of one kind in a chain, newest first. */
export async function listInChain(
  db: Db,
  { chain, event }: { readonly chain: string; readonly event: string },
): Promise<readonly AuditRow[]> {
  return db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.chain, chain), eq(auditEvents.event, event)))
    .orderBy(desc(auditEvents.position));
}

/** The events of these chains that vouch for what was submitted and decided. */
export async function listVouchingIn(
  db: Db,
  chains: readonly string[],
): Promise<readonly AuditRow[]> {
  return db
    .select()
    .from(auditEvents)
    .where(
      and(inArray(auditEvents.chain, [...chains]), inArray(auditEvents.event, VOUCHING_EVENTS)),
    );
}

export type ChangedHeads = {
  readonly heads: readonly Head[];
  /** The newest event that was there when they were read. */
  readonly seen: number;
};

/** The heads of all chains but the installation’s to which something was added after an event. */
export async function listChangedHeads(db: Db, after: number): Promise<ChangedHeads> {
  const [newest] = await db.select({ seen: max(sequence) }).from(auditEvents);
  const seen = newest?.seen ?? 0;
  // Few events are new as a rule, and they are read by number; all chains are told apart by the index.
  const changed =
    after === 0
      ? sql`select chain, max(position) as position from audit_events
          where chain is not null group by chain`
      : sql`select chain, max(position) as position from audit_events
          where sequence > ${after} and chain is not null group by chain`;
  const heads = await db.all<Head>(sql`
    select newest.chain, newest.position, event.seal from (${changed}) as newest
    inner join audit_events as event
      on event.chain = newest.chain and event.position = newest.position
    where newest.chain <> ${INSTALLATION} and event.seal is not null
    order by newest.chain`);
  return { heads, seen };
}

/**
 * How far each chain can be cut off, and how many events that takes: to the last one before an instant that
 * nothing later precedes. The newest event stays, because the next one is linked to it; so do those that
 * vouch for something.
 */
export async function listCuts(db: Db, before: string) {
  return db.all<{ chain: string; position: number; events: number }>(sql`
    select cut.chain, cut.position, count(*) as events from (
      select chain,
        coalesce(min(case when at >= ${before} then position end), max(position)) - 1 as position
      from audit_events where position is not null group by chain
    ) as cut
    inner join audit_events as event on event.chain = cut.chain
      and event.position <= cut.position and event.event not in ${VOUCHING_EVENTS}
    group by cut.chain, cut.position`);
}

const VOUCHING_EVENTS = Object.values(VOUCHING);

/** The names of the keys that sealed what the installation’s chain holds now. */
export async function listKeys(db: Db): Promise<readonly string[]> {
  const rows = await db.all<{ name: string }>(sql`
    select distinct substr(seal, 1, instr(seal, '.') - 1) as name from audit_events
    where chain = ${INSTALLATION} and seal is not null order by name`);
  return rows.map(({ name }) => name);
}

/** Where the events stand that vouch for what was submitted and decided. */
export async function listVouching(db: Db): Promise<readonly Head[]> {
  const rows = await db
    .select({ chain: auditEvents.chain, position: auditEvents.position, seal: auditEvents.seal })
    .from(auditEvents)
    .where(inArray(auditEvents.event, VOUCHING_EVENTS))
    .orderBy(asc(auditEvents.chain), asc(auditEvents.position));
  return rows.flatMap(({ chain, position, seal }) =>
    chain === null || position === null || seal === null ? [] : [{ chain, position, seal }],
  );
}

/** Cuts a chain off after its checkpoint is there, which the trigger asks for. */
export function cutChain(checkpoint: Checkpoint, events: number): readonly Write[] {
  const { chain, position } = checkpoint;
  return [
    {
      expect: 1,
      run: (db) =>
        db
          .insert(auditCheckpoints)
          .values({ id: `${chain} ${position}`, ...checkpoint })
          .returning({ id: auditCheckpoints.id }),
    },
    {
      expect: events,
      run: (db) =>
        db
          .delete(auditEvents)
          .where(
            and(
              eq(auditEvents.chain, chain),
              lte(auditEvents.position, position),
              notInArray(auditEvents.event, VOUCHING_EVENTS),
            ),
          )
          .returning({ sequence }),
    },
  ];
}
