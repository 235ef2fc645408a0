// What stands beside an answer that came from elsewhere, as it is kept with it.

/** Where an answer was copied from; `place` names the department and its organisation. */
export function copiedFrom(place: string): string {
  return `Copied from ${place}`;
}

/** Why an answer that was copied is to be looked at. */
export function reviewCopied(place: string): string {
  return `This text was copied from ${place}. Make it true for you, and save it`;
}

type Moved = {
  /** The version that it was moved to. */
  readonly version: string;
  /** The criterion that it was given to; null = the same. */
  readonly from: string | null;
};

/** Why an answer that was moved to a newer version is to be looked at. */
export function reviewMoved({ version, from }: Moved): string {
  const changed = `The criterion has changed with ${version}. Look at the answer again`;
  return from === null ? changed : `${changed}: it was ${from} before`;
}
