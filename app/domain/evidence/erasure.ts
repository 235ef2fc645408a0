// What it means that a file was erased: its content is gone from here for good, by fingerprint and for one
// organisation or for all. Name and fingerprint stay wherever they stand.

export type Erasure = {
  /** In 64 hexadecimal digits. */
  readonly sha256: string;
  /** The id of the organisation whose files went; null = everybody's. */
  readonly organisation: string | null;
  /** ISO 8601 UTC; what was uploaded later stays. */
  readonly at: string;
  readonly reason: string;
};

/** Whether an erasure reaches a file of this fingerprint, organisation and time of upload. */
export function reaches(
  { sha256, organisation, at }: Erasure,
  file: { readonly sha256: string; readonly organisationId: string; readonly createdAt: string },
): boolean {
  return (
    sha256 === file.sha256 &&
    (organisation === null || organisation === file.organisationId) &&
    file.createdAt <= at
  );
}
