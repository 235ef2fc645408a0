// Organisations with their earlier names, those that became part of them, and what they became part of.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { OrganisationEvent } from '#app/domain/award/organisation-names.ts';
import type { Db, Write } from '#db/store.ts';
import { organisationEvents } from '#db/tables-awards.ts';
import { organisations } from '#db/tables.ts';

export type OrganisationRow = typeof organisations.$inferSelect;

export type OrganisationsWithEvents = {
  readonly organisations: ReadonlyMap<string, OrganisationRow>;
  readonly events: readonly OrganisationEvent[];
};

/** More steps than any merger of mergers has; it ends a circle, too. */
const MOST_STEPS = 20;

/** The organisations and all that they became part of, with what happened to each. */
export async function loadWithSuccessors(
  db: Db,
  ids: readonly string[],
): Promise<OrganisationsWithEvents> {
  const known = new Map<string, OrganisationRow>();
  const events: OrganisationEvent[] = [];
  let wanted: readonly string[] = [...new Set(ids)];
  for (let step = 0; wanted.length > 0 && step < MOST_STEPS; step += 1) {
    const rows = await db
      .select()
      .from(organisations)
      .where(inArray(organisations.id, [...wanted]));
    for (const row of rows) known.set(row.id, row);
    const found = await listEvents(db, wanted);
    events.push(...found);
    wanted = [...new Set(found.flatMap(({ into }) => into ?? []))].filter((id) => !known.has(id));
  }
  return { organisations: known, events };
}

/** The organisation with this id or ODS code; null = there is none. */
export async function loadOrganisationBy(
  db: Db,
  idOrCode: string,
): Promise<OrganisationRow | null> {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, idOrCode));
  if (row !== undefined) return row;
  const [byCode] = await db.select().from(organisations).where(eq(organisations.odsCode, idOrCode));
  return byCode ?? null;
}

/** The organisation, and all that became part of it, by way of others, too. */
export async function listLineage(db: Db, id: string): Promise<readonly string[]> {
  const found = new Set([id]);
  let wanted: readonly string[] = [id];
  for (let step = 0; wanted.length > 0 && step < MOST_STEPS; step += 1) {
    const rows = await db
      .select({ id: organisationEvents.organisationId })
      .from(organisationEvents)
      .where(inArray(organisationEvents.into, [...wanted]));
    wanted = rows.map((row) => row.id).filter((one) => !found.has(one));
    for (const one of wanted) found.add(one);
  }
  return [...found];
}

/** Something that happened to an organisation. */
export function insertOrganisationEvent(row: typeof organisationEvents.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(organisationEvents).values(row).returning({ id: organisationEvents.id }),
  };
}

/** Changes an organisation that is still as it was read: a Conflict otherwise. */
export function updateOrganisation(
  read: OrganisationRow,
  values: Partial<Pick<OrganisationRow, 'name' | 'odsCode'>>,
): Write {
  const { id, name, odsCode } = read;
  return {
    expect: 1,
    run: (db) =>
      db
        .update(organisations)
        .set(values)
        .where(
          and(
            eq(organisations.id, id),
            eq(organisations.name, name),
            odsCode === null ? isNull(organisations.odsCode) : eq(organisations.odsCode, odsCode),
          ),
        )
        .returning({ id: organisations.id }),
  };
}

/** Another contact on record. */
export function setContactRow(id: string, contactEmail: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(organisations)
        .set({ contactEmail })
        .where(eq(organisations.id, id))
        .returning({ id: organisations.id }),
  };
}

/** The organisations that became part of this one, directly. */
export async function listPredecessors(db: Db, id: string): Promise<readonly OrganisationRow[]> {
  return (
    await db
      .select({ organisation: organisations })
      .from(organisationEvents)
      .innerJoin(organisations, eq(organisations.id, organisationEvents.organisationId))
      .where(eq(organisationEvents.into, id))
  ).map(({ organisation }) => organisation);
}

async function listEvents(db: Db, ids: readonly string[]): Promise<readonly OrganisationEvent[]> {
  const rows = await db
    .select()
    .from(organisationEvents)
    .where(inArray(organisationEvents.organisationId, [...ids]));
  return rows
    .toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1))
    .map(({ organisationId, kind, nameBefore, into, happenedOn }) => ({
      organisationId,
      kind: kind === 'merged' ? 'merged' : 'renamed',
      nameBefore,
      into,
      happenedOn,
    }));
}
