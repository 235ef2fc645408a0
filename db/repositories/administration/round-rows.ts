// Rounds of submissions and the later closing times that single assessments were given.
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { assessments, departments, organisations, rounds } from '#db/tables.ts';
import { extensions } from '#db/tables-together.ts';
import { type Among, among } from '#db/repositories/within-scope.ts';

export type RoundRow = typeof rounds.$inferSelect;

/** Every round, the one that closes first at the top. */
export async function listRounds(db: Db): Promise<readonly RoundRow[]> {
  return db.select().from(rounds).orderBy(asc(rounds.closesAt), asc(rounds.id));
}

/** One round; null where there is none. */
export async function loadRound(db: Db, id: string): Promise<RoundRow | null> {
  const [row] = await db.select().from(rounds).where(eq(rounds.id, id));
  return row ?? null;
}

/** The round that an assessment is meant for, with its extensions there; null = none chosen. */
export async function loadRoundOf(
  db: Db,
  { id: assessmentId, roundId }: { readonly id: string; readonly roundId: string | null },
) {
  const round = roundId === null ? null : await loadRound(db, roundId);
  if (round === null) return null;
  return { round, extensions: await listExtensions(db, { roundId: round.id, assessmentId }) };
}

/** The rounds that these assessments are meant for, each with the extensions that the assessment has there. */
export async function listRoundsOf(db: Db, which: Among) {
  const chosen = await db
    .select({ assessmentId: assessments.id, round: rounds })
    .from(assessments)
    .innerJoin(rounds, eq(rounds.id, assessments.roundId))
    .where(among(db, assessments.id, which))
    .orderBy(asc(assessments.id));
  const given = Map.groupBy(
    await db
      .select()
      .from(extensions)
      .where(among(db, extensions.assessmentId, which))
      .orderBy(asc(extensions.createdAt), asc(extensions.id)),
    ({ assessmentId }) => assessmentId,
  );
  return chosen.map(({ assessmentId, round }) => ({
    assessmentId,
    round,
    extensions: (given.get(assessmentId) ?? []).filter(({ roundId }) => roundId === round.id),
  }));
}

/** The extensions of an assessment, of a round, or of one or some in the other, the earliest first. */
type ExtensionsOf =
  | { readonly roundId: string; readonly assessmentId?: string | readonly string[] }
  | { readonly roundId?: string; readonly assessmentId: string };

/** The closing times of extensions. */
export async function listExtensions(db: Db, { roundId, assessmentId }: ExtensionsOf) {
  return db
    .select()
    .from(extensions)
    .where(
      and(
        roundId === undefined ? undefined : eq(extensions.roundId, roundId),
        assessmentId === undefined ? undefined : among(db, extensions.assessmentId, assessmentId),
      ),
    )
    .orderBy(asc(extensions.createdAt));
}

type PartOf = { readonly from: number; readonly size: number };

/** How many assessments are meant for a round. */
export async function countInRound(db: Db, roundId: string): Promise<number> {
  return db.$count(assessments, and(isMeantFor(roundId), isNotNull(assessments.departmentId)));
}

function isMeantFor(roundId: string) {
  return and(eq(assessments.roundId, roundId), isNull(assessments.discardedAt));
}

/** The assessments that are meant for a round, all or a part: places, names and states, nothing of their content. */
export async function listInRound(db: Db, roundId: string, part?: PartOf) {
  return db
    .select({
      id: assessments.id,
      organisationId: assessments.organisationId,
      departmentId: departments.id,
      state: assessments.state,
      createdAt: assessments.createdAt,
      name: assessments.name,
      organisation: organisations.name,
      department: departments.name,
    })
    .from(assessments)
    .innerJoin(organisations, eq(organisations.id, assessments.organisationId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .where(isMeantFor(roundId))
    .orderBy(asc(organisations.name), asc(departments.name), asc(assessments.id))
    .limit(part?.size ?? -1)
    .offset(part?.from ?? 0);
}

/** A new round. */
export function insertRound(row: RoundRow): Write {
  return { expect: 1, run: (db) => db.insert(rounds).values(row).returning({ id: rounds.id }) };
}

/** A later (or earlier) closing time for everyone; a Conflict where the round changed since it was read. */
export function setClosing(id: string, closesAt: string, readVersion: number): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(rounds)
        .set({ closesAt, version: readVersion + 1 })
        .where(and(eq(rounds.id, id), eq(rounds.version, readVersion)))
        .returning({ id: rounds.id }),
  };
}

/** A later closing time for one assessment. */
export function insertExtension(row: typeof extensions.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(extensions).values(row).returning({ id: extensions.id }),
  };
}

/** The round that an assessment is meant for. */
export function setRound(assessmentId: string, roundId: string | null): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(assessments)
        .set({ roundId })
        .where(eq(assessments.id, assessmentId))
        .returning({ id: assessments.id }),
  };
}
