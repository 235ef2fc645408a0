// How two versions of a charter stand to each other: which is later, and whether they differ in wording alone.
import type { Charter } from './charter.ts';
import { declaredBump } from './version-bump.ts';

type Version = Pick<Charter, 'id' | 'version'>;

/** Whether `to` is a later version of the same charter. */
export function isNewer(from: Version, to: Version): boolean {
  const step = declaredBump(from.version, to.version);
  return from.id === to.id && step !== 'lower' && step !== 'none';
}

/** Whether two versions ask and count the same: at most the last number, that of wording, differs. */
export function differInWordingOnly(one: Version, other: Version): boolean {
  const stem = ({ id, version }: Version) => `${id}@${version.split('.').slice(0, 2).join('.')}`;
  return stem(one) === stem(other);
}

/**
 * The latest version of every charter and of each of its major numbers, in the order given: answers to one major
 * number mean something else under another, so that both are offered side by side.
 */
export function latestOfEachMajor<T extends Version>(versions: readonly T[]): readonly T[] {
  const major = ({ version }: Version) => version.split('.')[0];
  return versions.filter(
    (one) => !versions.some((other) => isNewer(one, other) && major(one) === major(other)),
  );
}

/** The latest version of every charter, in the order given. */
export function latestOfEach<T extends Version>(versions: readonly T[]): readonly T[] {
  return versions.filter((one) => !versions.some((other) => isNewer(one, other)));
}
