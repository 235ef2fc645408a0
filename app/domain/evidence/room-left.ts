// How much evidence there may be: of one criterion, and in the files of a department and an organisation.
import { EVIDENCE_LIMITS } from '#app/domain/limits.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';

export type NoRoom =
  | { readonly code: 'too-many-items'; readonly most: number }
  | { readonly code: 'department-full'; readonly most: number; readonly has: number }
  | { readonly code: 'organisation-full'; readonly most: number; readonly has: number };

type Held = {
  /** Items of the criterion. */
  readonly items: number;
  /** Bytes of the files that there are. */
  readonly ofDepartment: number;
  readonly ofOrganisation: number;
  /** The most bytes that an organisation may have. */
  readonly quota: number;
};

/** Whether one more item has room; a link (null) takes none beside its place. */
export function checkRoom(held: Held, fileBytes: number | null): Result<null, NoRoom> {
  const { itemsPerCriterion, departmentBytes } = EVIDENCE_LIMITS;
  if (held.items >= itemsPerCriterion) {
    return refused({ code: 'too-many-items', most: itemsPerCriterion });
  }
  if (fileBytes === null) return ok(null);
  if (held.ofDepartment + fileBytes > departmentBytes) {
    return refused({ code: 'department-full', most: departmentBytes, has: held.ofDepartment });
  }
  return held.ofOrganisation + fileBytes > held.quota
    ? refused({ code: 'organisation-full', most: held.quota, has: held.ofOrganisation })
    : ok(null);
}
