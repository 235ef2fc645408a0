// What is submitted: the whole content of an assessment as one text, the same for the same content. Its
// SHA-256 is on the receipt, and everything that a panel reads later comes from it.
import { z } from 'zod';
import type { Charter } from '#app/domain/charter/charter.ts';
import { charterName } from '#app/domain/charter/charter.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import { scoreResults } from '#app/domain/scoring/results.ts';
import { type AssessmentFile, assessmentFile } from './assessment-file.ts';

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
};

export type SnapshotContent = {
  readonly format: 1;
  readonly assessment: string;
  /** id@version and the SHA-256 of the charter's files. */
  readonly charter: { readonly name: string; readonly sha256: string };
  readonly content: AssessmentFile;
  readonly evidence: readonly SnapshotEvidence[];
  readonly results: ReturnType<typeof scoreResults>;
};

type Given = {
  readonly assessment: string;
  readonly charter: Charter;
  readonly charterSha256: string;
  readonly content: AssessmentFile;
  readonly evidence: readonly SnapshotEvidence[];
  readonly scorecard: Scorecard;
};

/** The content as a value. */
export function snapshotOf(given: Given): SnapshotContent {
  const { assessment, charter, charterSha256, content, evidence, scorecard } = given;
  return {
    format: 1,
    assessment,
    charter: { name: charterName(charter), sha256: charterSha256 },
    content,
    evidence,
    results: scoreResults(scorecard),
  };
}

/** A value as JSON whose keys are in order, so that the same value is the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}

const snapshotShape = z.object({
  content: assessmentFile,
  evidence: z.array(
    z.object({
      id: z.string(),
      criterion: z.string(),
      title: z.string(),
      description: z.string(),
      link: z.string().nullable(),
      file: z
        .object({
          name: z.string(),
          mediaType: z.string(),
          size: z.number(),
          sha256: z.string(),
        })
        .nullable(),
    }),
  ),
});

/** The content and the evidence of a snapshot; throws where the text is none, which cannot be. */
export function readSnapshot(text: string): {
  readonly content: AssessmentFile;
  readonly evidence: readonly SnapshotEvidence[];
} {
  return snapshotShape.parse(JSON.parse(text));
}
