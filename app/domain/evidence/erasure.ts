// What it means that a file was erased: its content is gone from here for good, by fingerprint, for the
// departments of whoever asked or for everybody. Name and fingerprint stay wherever they stand.

export type Erasure = {
  /** In 64 hexadecimal digits. */
  readonly sha256: string;
  /** The id of the organisation whose files went; null = everybody's. */
  readonly organisation: string | null;
  /** Ids of the departments that asked: what others have attached, too, stays; null = all of them. */
  readonly departments: readonly string[] | null;
  /** ISO 8601 UTC; what was uploaded later stays. */
  readonly at: string;
  readonly reason: string;
};

export type UploadedFile = {
  readonly sha256: string;
  readonly organisationId: string;
  readonly createdAt: string;
  /** Ids of the departments that have it as evidence. */
  readonly departments: readonly string[];
};

/** Whether an erasure takes this file; what nobody has attached any more is nobody else's. */
export function reaches(
  { sha256, organisation, departments, at }: Erasure,
  file: UploadedFile,
): boolean {
  return (
    sha256 === file.sha256 &&
    (organisation === null || organisation === file.organisationId) &&
    (departments === null || file.departments.every((one) => departments.includes(one))) &&
    file.createdAt <= at
  );
}
