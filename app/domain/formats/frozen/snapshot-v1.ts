// What was submitted or given to be signed, format 1: the text that a receipt and a signature fingerprint.
// Frozen: never changed again (docs/decisions/0028-frozen-formats.md).
import { z } from 'zod';
import { keptContentV1 } from './kept-content-v1.ts';
import { keptResultsV1 } from './kept-results-v1.ts';

/** The shape of a snapshot. */
export const snapshotV1 = z.strictObject({
  format: z.literal(1).default(1),
  assessment: z.string(),
  charter: z.strictObject({ name: z.string(), sha256: z.string() }),
  content: keptContentV1,
  evidence: z.array(
    z.strictObject({
      id: z.string(),
      criterion: z.string(),
      title: z.string(),
      description: z.string(),
      link: z.string().nullable(),
      file: z
        .strictObject({
          name: z.string(),
          mediaType: z.string(),
          size: z.number(),
          sha256: z.string(),
        })
        .nullable(),
    }),
  ),
  results: keptResultsV1,
});

export type SnapshotV1 = z.output<typeof snapshotV1>;
