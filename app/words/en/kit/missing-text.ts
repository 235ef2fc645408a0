// What stands where nothing is written: nothing yet, or nothing that was asked for.
import type { Criterion } from '#app/domain/charter/charter.ts';

const NOT_YET = 'Nothing written yet.';
const NOT_ASKED = 'Nothing is written. The charter does not ask for it here.';

/** Instead of the narrative of an answer. */
export function narrativeMissing({ narrative }: Pick<Criterion, 'narrative'>): string {
  return narrative === 'optional' ? NOT_ASKED : NOT_YET;
}

/** Instead of the reason why a criterion does not apply. */
export function reasonMissing({ notApplicableReason }: Pick<Criterion, 'notApplicableReason'>) {
  return notApplicableReason === 'none' ? NOT_ASKED : NOT_YET;
}
