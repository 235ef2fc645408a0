// How much of their storage a department and its organisation have used, for the pages where evidence is
// attached: nobody should meet the limit without having seen it come.
import { EVIDENCE_LIMITS } from '#app/domain/limits.ts';
import type { Services } from '#app/services.server.ts';
import {
  loadDepartmentBytes,
  loadOrganisationBytes,
} from '#db/repositories/evidence/evidence-rows.ts';

type Place = { readonly organisation: string; readonly department: string };

/** Bytes used, and the most that may be. */
export type StorageUsed = Readonly<
  Record<'department' | 'organisation', { readonly has: number; readonly most: number }>
>;

/** What the files of both places take. */
export async function storageUsed(
  { engine, config }: Pick<Services, 'engine' | 'config'>,
  place: Place,
): Promise<StorageUsed> {
  return {
    department: {
      has: await loadDepartmentBytes(engine.db, place.department),
      most: EVIDENCE_LIMITS.departmentBytes,
    },
    organisation: {
      has: await loadOrganisationBytes(engine.db, place.organisation),
      most: config.evidenceQuotaBytes,
    },
  };
}
