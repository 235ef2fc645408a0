// A remark for each part of a charter that still has texts of a skeleton in it: one for a criterion or level, and
// one for what stands beside them.
import { isToWrite } from '#app/domain/charter/authoring/to-write.ts';
import type { Finding } from '#app/domain/charter/finding.ts';
import type { Place } from '#app/domain/charter/view.ts';
import { findingAt, harmless } from './known.ts';

/** What is still to be written, with the first place of each part. */
export function checkToWrite(files: readonly Place[], parts: readonly Place[]): readonly Finding[] {
  const beside = files.map((file) => toWriteIn(file, ['criteria', 'levels']));
  return [...beside, ...parts.map((part) => toWriteIn(part, []))].flatMap((places) => {
    const [first] = places;
    if (first === undefined) return [];
    const message =
      places.length === 1
        ? 'this text is still to be written'
        : `this text is still to be written, and ${places.length - 1} more of this part`;
    return [harmless(findingAt(first, 'to-write', message))];
  });
}

function toWriteIn(place: Place, but: readonly string[]): readonly Place[] {
  if (typeof place.data === 'string') return isToWrite(place.data) ? [place] : [];
  const below = [
    ...place.items(),
    ...place
      .entries()
      .filter(([key]) => !but.includes(key))
      .map(([, entry]) => entry),
  ];
  return below.flatMap((each) => toWriteIn(each, []));
}
