// What is submitted: the whole content of an assessment as one text, the same for the same content. Its
// SHA-256 is on the receipt, and everything that a panel reads later comes from it.
import type { scoreResults } from '#app/domain/scoring/results.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { AssessmentFile } from './assessment-file.ts';
import { type SnapshotV1, snapshotV1 } from './frozen/snapshot-v1.ts';
import { type SnapshotV2, snapshotV2 } from './frozen/snapshot-v2.ts';
import { fitted, type FormatProblem, keptValue } from './kept-format.ts';

/** One attached item with the fingerprint of its file. */
export type SnapshotEvidence = {
  readonly id: string;
  readonly criterion: string;
  readonly title: string;
  readonly description: string;
  readonly link: string | null;
  readonly file: {
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
  } | null;
  /** The id of one of the charter's kinds of evidence; left out = none. */
  readonly kind?: string;
};

export type SnapshotContent = {
  /** Of the charter: what its scores and its content may have. */
  readonly format: 1 | 2;
  readonly assessment: string;
  /** id@version and the SHA-256 of the charter's files. */
  readonly charter: { readonly name: string; readonly sha256: string };
  readonly content: AssessmentFile;
  readonly evidence: readonly SnapshotEvidence[];
  readonly results: ReturnType<typeof scoreResults>;
};

/** A value as JSON whose keys are in order, so that the same value is the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}

/** The snapshot in a row; every format that was ever written is read. */
export function readSnapshot(text: string): Result<SnapshotContent, FormatProblem> {
  const kept = keptValue(text);
  if (!kept.ok) return kept;
  switch (kept.value.format) {
    case 1: {
      const read = fitted(snapshotV1, kept.value.value);
      return read.ok ? ok(fromV1(read.value)) : read;
    }
    case 2: {
      const read = fitted(snapshotV2, kept.value.value);
      return read.ok ? ok(fromV2(read.value)) : read;
    }
    default:
      return refused({ code: 'unknown-format' });
  }
}

/** What only format 2 has is left out: under a charter of format 1 nothing of it could be said. */
function fromV1(kept: SnapshotV1): SnapshotContent {
  return kept;
}

/** Format 2 is today's. */
function fromV2(kept: SnapshotV2): SnapshotContent {
  return kept;
}
