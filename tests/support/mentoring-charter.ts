// The draft 2.0.0 of the mentoring charter as the program reads it.
import path from 'node:path';
import type { Charter } from '#app/domain/charter/charter.ts';
import { shippedCharter } from './shipped-charter.ts';

/** The charter; throws where it has mistakes. */
export function mentoringCharter(): Promise<Charter> {
  return shippedCharter(path.join('charter-criteria', 'bme-mentoring', '2.0.0'));
}
