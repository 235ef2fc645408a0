// How a read stays within what its reader may see.
import { inArray, or } from 'drizzle-orm';
import type { Scope } from '#app/domain/policy/assessment.ts';
import { assessments } from '#db/tables.ts';

/** The condition that keeps a read within a scope, for queries that join assessments. */
export function within(scope: Scope) {
  return or(
    inArray(assessments.organisationId, [...scope.organisations]),
    inArray(assessments.departmentId, [...scope.departments]),
  );
}
