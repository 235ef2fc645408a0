// Charters of the repository as the program reads them.
import path from 'node:path';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import type { Charter } from '#app/domain/charter/charter.ts';

/** The folder of the documentation's running example. */
export const RUNNING_EXAMPLE = path.join('charter-criteria', 'placement-learning-example', '1.0.0');

/** The charter in a folder; throws where it has mistakes. */
export async function shippedCharter(folder: string): Promise<Charter> {
  const { charter } = await readCharterFolder(folder);
  if (charter === null) throw new Error(`${folder} has mistakes`);
  return charter;
}
