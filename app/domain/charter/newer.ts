// Which versions of a charter an assessment may be moved to.
import type { Charter } from './charter.ts';
import { declaredBump } from './version-bump.ts';

/** Whether `to` is a later version of the same charter. */
export function isNewer(
  from: Pick<Charter, 'id' | 'version'>,
  to: Pick<Charter, 'id' | 'version'>,
): boolean {
  const step = declaredBump(from.version, to.version);
  return from.id === to.id && step !== 'lower' && step !== 'none';
}
