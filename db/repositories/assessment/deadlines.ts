// Assessments that are on their way to a round, with when it closes for them.
import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Scope } from '#app/domain/policy/assessment.ts';
import type { Db } from '#db/store.ts';
import { actions, assessments, departments, rounds } from '#db/tables.ts';
import { extensions } from '#db/tables-together.ts';
import { ofDepartment, within } from '#db/repositories/within-scope.ts';

function isOnTheWay(scope: Scope | undefined) {
  return and(
    ne(assessments.state, 'submitted'),
    isNull(assessments.discardedAt),
    scope === undefined ? undefined : within(scope),
  );
}

/**
 * Every assessment with a round that has not been submitted, or those of them in a scope, and the closing times
 * of their extensions.
 */
export async function listOnTheWay(db: Db, scope?: Scope) {
  const heads = await db
    .select({ assessment: ofDepartment, department: departments.name, round: rounds })
    .from(assessments)
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .innerJoin(rounds, eq(rounds.id, assessments.roundId))
    .where(isOnTheWay(scope))
    .orderBy(asc(rounds.closesAt), asc(assessments.id));
  const later = Map.groupBy(
    await db
      .select({
        assessmentId: extensions.assessmentId,
        roundId: extensions.roundId,
        closesAt: extensions.closesAt,
      })
      .from(extensions)
      .innerJoin(assessments, eq(assessments.id, extensions.assessmentId))
      .where(isOnTheWay(scope)),
    ({ assessmentId }) => assessmentId,
  );
  return heads.map(({ assessment, department, round }) => ({
    assessment,
    department,
    round,
    extensions: (later.get(assessment.id) ?? []).filter(({ roundId }) => roundId === round.id),
  }));
}

export type OnTheWay = Awaited<ReturnType<typeof listOnTheWay>>[number];

/** The actions that have a day and are not done, of the assessments in a scope that are on their way. */
export async function listDueActions(db: Db, scope: Scope) {
  const rows = await db
    .select({
      assessmentId: actions.assessmentId,
      id: actions.id,
      objective: actions.objective,
      dueOn: actions.dueOn,
    })
    .from(actions)
    .innerJoin(assessments, eq(assessments.id, actions.assessmentId))
    .where(and(ne(actions.status, 'complete'), isOnTheWay(scope)))
    .orderBy(asc(actions.createdAt), asc(actions.id));
  return rows.flatMap(({ dueOn, ...action }) => (dueOn === null ? [] : [{ ...action, dueOn }]));
}

export type DueAction = Awaited<ReturnType<typeof listDueActions>>[number];
