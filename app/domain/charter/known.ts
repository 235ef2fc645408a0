// What the rules across files know of the whole charter, and how they point at a mistake.
import type { Finding } from './finding.ts';
import type { Place } from './view.ts';

export type Known = {
  /** The highest rating; null while the scale itself cannot be read. */
  readonly highest: number | null;
  readonly labels: readonly string[];
  readonly sections: ReadonlyMap<string, Place>;
  readonly criteria: ReadonlyMap<string, Place>;
};

/** A finding on the value at a place, or on its key. */
export function findingAt(
  place: Place,
  code: string,
  message: string,
  on: Finding['on'] = 'value',
): Finding {
  return { file: place.file, path: place.path, on, code, message };
}
