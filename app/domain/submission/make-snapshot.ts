// Makes the snapshot of an assessment (formats/snapshot.ts) as it would be signed and submitted.
import { type Charter, charterName } from '#app/domain/charter/charter.ts';
import type { AssessmentFile } from '#app/domain/formats/assessment-file.ts';
import type { SnapshotContent, SnapshotEvidence } from '#app/domain/formats/snapshot.ts';
import { scoreResults } from '#app/domain/scoring/results.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';

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
    format: charter.format,
    assessment,
    charter: { name: charterName(charter), sha256: charterSha256 },
    content,
    evidence,
    results: scoreResults(scorecard),
  };
}
