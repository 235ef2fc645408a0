// The trail as people read it: filtered, page by page, the newest first, with names from elsewhere.
import { and, asc, desc, eq, gte, inArray, like, lt, not, or, type SQL, sql } from 'drizzle-orm';
import type { TrailPlace, TrailScope } from '#app/domain/policy/trail.ts';
import type { Db } from '#db/store.ts';
import { assessments, departments, organisations, user } from '#db/tables.ts';
import { auditEvents } from '#db/tables-trail.ts';

export type TrailFilter = {
  readonly event: string | null;
  /** Part of the name of whoever did it, or of their email address. */
  readonly person: string | null;
  readonly organisation: string | null;
  readonly assessment: string | null;
  /** Instants, ISO 8601 UTC: from the first on, before the second. */
  readonly from: string | null;
  readonly until: string | null;
};

type Asked = { readonly scope: TrailScope; readonly filter: TrailFilter };

/** Events of a filter, newest first; `skip` of them are left out. */
export async function listTrail(
  db: Db,
  { scope, filter, skip, most }: Asked & { readonly skip: number; readonly most: number },
) {
  return db
    .select({
      event: auditEvents,
      actorName: user.name,
      organisation: organisations.name,
      department: departments.name,
    })
    .from(auditEvents)
    .leftJoin(user, eq(user.id, auditEvents.actor))
    .leftJoin(organisations, eq(organisations.id, auditEvents.organisationId))
    .leftJoin(assessments, eq(assessments.id, auditEvents.subject))
    .leftJoin(departments, eq(departments.id, assessments.departmentId))
    .where(matches(db, { scope, filter }))
    .orderBy(desc(auditEvents.sequence))
    .limit(most)
    .offset(skip);
}

export type TrailRow = Awaited<ReturnType<typeof listTrail>>[number];

/** How many events a filter finds. */
export async function countTrail(db: Db, asked: Asked): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(auditEvents)
    .where(matches(db, asked));
  return row?.count ?? 0;
}

/** Every kind of event that somebody may see. */
export async function listEventKinds(db: Db, scope: TrailScope): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ event: auditEvents.event })
    .from(auditEvents)
    .where(inScope(db, scope))
    .orderBy(auditEvents.event);
  return rows.map(({ event }) => event);
}

/** The assessments of places that somebody leads, by department and the newest first. */
export async function listAssessmentsIn(db: Db, places: readonly TrailPlace[]) {
  return db
    .select({
      id: assessments.id,
      department: departments.name,
      name: assessments.name,
      createdAt: assessments.createdAt,
    })
    .from(assessments)
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .where(
      or(
        ...places.map(({ organisation, department }) =>
          and(
            eq(assessments.organisationId, organisation),
            department === null ? undefined : eq(assessments.departmentId, department),
          ),
        ),
      ),
    )
    .orderBy(asc(departments.name), desc(assessments.createdAt));
}

function matches(db: Db, { scope, filter }: Asked): SQL | undefined {
  const { event, person, organisation, assessment, from, until } = filter;
  return and(
    inScope(db, scope),
    event === null ? undefined : eq(auditEvents.event, event),
    person === null ? undefined : inArray(auditEvents.actor, peopleLike(db, person)),
    organisation === null ? undefined : eq(auditEvents.organisationId, organisation),
    assessment === null ? undefined : eq(auditEvents.subject, assessment),
    from === null ? undefined : gte(auditEvents.at, from),
    until === null ? undefined : lt(auditEvents.at, until),
  );
}

function peopleLike(db: Db, text: string) {
  const found = text.toLowerCase();
  return db
    .select({ id: user.id })
    .from(user)
    .where(or(sql`instr(lower(${user.name}), ${found}) > 0`, eq(user.email, found)));
}

function inScope(db: Db, scope: TrailScope): SQL | undefined {
  if (scope === 'everything') return undefined;
  const places = scope.map(({ organisation, department }) =>
    and(
      eq(auditEvents.organisationId, organisation),
      department === null ? undefined : inArray(auditEvents.subject, assessmentsOf(db, department)),
    ),
  );
  return and(
    or(...places),
    // What a panel does, and who objects, is told to the organisation elsewhere, in its time.
    not(like(sql`coalesce(${auditEvents.chain}, '')`, 'review/%')),
    not(like(auditEvents.event, 'objection-%')),
  );
}

function assessmentsOf(db: Db, department: string) {
  return db
    .select({ id: assessments.id })
    .from(assessments)
    .where(eq(assessments.departmentId, department));
}
