// Organisations with their earlier names, those that became part of them, and what they became part of.
import { eq, inArray, or } from 'drizzle-orm';
import type { OrganisationEvent } from '#app/domain/award/organisation-names.ts';
import type { Db } from '#db/store.ts';
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
  const [row] = await db
    .select()
    .from(organisations)
    .where(or(eq(organisations.id, idOrCode), eq(organisations.odsCode, idOrCode)));
  return row ?? null;
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
