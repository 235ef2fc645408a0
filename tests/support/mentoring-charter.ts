// The draft 2.0.0 of the mentoring charter as the program reads it.
import path from 'node:path';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import type { Charter } from '#app/domain/charter/charter.ts';

/** The charter; throws where it has mistakes. */
export async function mentoringCharter(): Promise<Charter> {
  const folder = path.join('charter-criteria', 'bme-mentoring', '2.0.0');
  const { charter } = await readCharterFolder(folder);
  if (charter === null) throw new Error(`${folder} has mistakes`);
  return charter;
}
