// What it means that a file was erased: its content is gone from here for good, by fingerprint, for the
// departments of whoever asked or for everybody. Name and fingerprint stay wherever they stand.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { mayWrite, type TextRule } from '#app/domain/written-text.ts';

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

const REASON = { code: 'erase-reason-too-long', most: 500 } as const;
const SHA256 = /^[0-9a-f]{64}$/;

export type NotErased =
  | { readonly code: 'erase-reason-missing' }
  | TextRule<'erase-reason-too-long'>
  /** It is no SHA-256 in 64 hexadecimal digits. */
  | { readonly code: 'no-fingerprint' };

/** The fingerprint of a file as it is kept, however it was typed. */
export function checkFingerprint(typed: string): Result<string, NotErased> {
  const sha256 = typed.trim().toLowerCase();
  return SHA256.test(sha256) ? ok(sha256) : refused({ code: 'no-fingerprint' });
}

/** Why a file is erased, as it is kept. */
export function checkErasing(typed: string): Result<string, NotErased> {
  const reason = mayWrite(REASON, typed);
  return reason.ok && reason.value === '' ? refused({ code: 'erase-reason-missing' }) : reason;
}
