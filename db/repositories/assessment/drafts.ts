// Drafts as such: their names, several of one department, and those that are thrown away.
import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Scope } from '#app/domain/policy/assessment.ts';
import type { Db, Write } from '#db/store.ts';
import { assessments, departments, organisations } from '#db/tables.ts';
import { submissions } from '#db/tables-together.ts';
import type { AssessmentRow } from './assessments.ts';
import { ofDepartment, within } from '#db/repositories/within-scope.ts';

type Read = Pick<AssessmentRow, 'id' | 'version'>;

/** The assessments of a department for a charter (any version) that are not submitted, the oldest first. */
export async function listUnderWay(
  db: Db,
  { departmentId, charterId }: { readonly departmentId: string; readonly charterId: string },
) {
  return db
    .select({
      id: assessments.id,
      name: assessments.name,
      state: assessments.state,
      createdAt: assessments.createdAt,
    })
    .from(assessments)
    .where(
      and(
        eq(assessments.departmentId, departmentId),
        ne(assessments.state, 'submitted'),
        isNull(assessments.discardedAt),
        sql`substr(${assessments.charter}, 1, ${charterId.length + 1}) = ${`${charterId}@`}`,
      ),
    )
    .orderBy(asc(assessments.createdAt), asc(assessments.id));
}

/** Another name for a draft; a Conflict where it is no draft any more. */
export function setName(id: string, name: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(assessments)
        .set({ name })
        .where(
          and(
            eq(assessments.id, id),
            eq(assessments.state, 'draft'),
            isNull(assessments.discardedAt),
          ),
        )
        .returning({ id: assessments.id }),
  };
}

const neverSubmitted = sql`not exists (select 1 from ${submissions} where ${submissions.assessmentId} = ${assessments.id})`;

/** Throws a draft away; a Conflict where it changed since it was read, or was ever submitted. */
export function setDiscarded(
  { id, version }: Read,
  by: { readonly at: string; readonly actor: string },
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(assessments)
        .set({ discardedAt: by.at, discardedBy: by.actor, version: version + 1 })
        .where(
          and(
            eq(assessments.id, id),
            eq(assessments.version, version),
            eq(assessments.state, 'draft'),
            isNull(assessments.discardedAt),
            neverSubmitted,
          ),
        )
        .returning({ id: assessments.id }),
  };
}

/** Brings a draft back; a Conflict where somebody else did. */
export function setRestored(id: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(assessments)
        .set({
          discardedAt: null,
          discardedBy: null,
          updatedAt: at,
          version: sql`${assessments.version} + 1`,
        })
        .where(and(eq(assessments.id, id), isNotNull(assessments.discardedAt)))
        .returning({ id: assessments.id }),
  };
}

/** The drafts in a scope that are thrown away, with the names of their places; the latest first. */
export async function listDiscarded(db: Db, scope: Scope) {
  return db
    .select({
      assessment: ofDepartment,
      organisation: organisations.name,
      department: departments.name,
    })
    .from(assessments)
    .innerJoin(organisations, eq(organisations.id, assessments.organisationId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .where(and(within(scope), isNotNull(assessments.discardedAt)))
    .orderBy(desc(assessments.discardedAt), desc(assessments.id));
}
