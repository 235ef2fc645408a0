// How a read stays within what its reader may see.
import { and, eq, getTableColumns, inArray, isNull, or } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Scope } from '#app/domain/policy/assessment.ts';
import type { Db } from '#db/store.ts';
import { assessments, departments } from '#db/tables.ts';

/** The condition that keeps a read within a scope, for queries that join assessments. */
export function within(scope: Scope) {
  return or(
    inArray(assessments.organisationId, [...scope.organisations]),
    inArray(assessments.departmentId, [...scope.departments]),
  );
}

/**
 * The columns of a department’s assessment, for queries that join departments: so they never find what the whole
 * organisation answers, whose department is null.
 */
export const ofDepartment = { ...getTableColumns(assessments), departmentId: departments.id };

/** One assessment or several, by id, or all that a scope reaches and nobody threw away. */
export type Among = string | readonly string[] | Scope;

/** The condition that a row belongs to one of these assessments. */
export function among(db: Db, column: SQLiteColumn, which: Among) {
  if (typeof which === 'string') return eq(column, which);
  return inArray(column, isScope(which) ? idsWithin(db, which) : [...which]);
}

function isScope(which: Exclude<Among, string>): which is Scope {
  return 'organisations' in which;
}

function idsWithin(db: Db, scope: Scope) {
  return db
    .select({ id: assessments.id })
    .from(assessments)
    .where(and(within(scope), isNull(assessments.discardedAt)));
}
