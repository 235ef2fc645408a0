// How much room there is for files, in words.
import type { StorageUsed } from '#app/queries/evidence/storage-used.ts';
import { LANGUAGE } from '#words/language.ts';

const MB = 1024 * 1024;

/** Whole MB, rounded up, so that nothing used is never shown as something left. */
function inMb(bytes: number): string {
  return Math.ceil(bytes / MB).toLocaleString(LANGUAGE);
}

/** The sentence about the department and the one about the organisation. */
export function StorageLine({
  used: { department, organisation },
}: {
  readonly used: StorageUsed;
}) {
  return (
    <p>
      Files of your department: {inMb(department.has)} of {inMb(department.most)} MB used. Files of
      your organisation: {inMb(organisation.has)} of {inMb(organisation.most)} MB used.
    </p>
  );
}
