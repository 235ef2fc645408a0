// What was submitted or given to be signed, format 2: the text that a receipt and a signature fingerprint.
// Frozen: never changed again (docs/decisions/0028-frozen-formats.md).
import { z } from 'zod';
import { keptContentV2 } from './kept-content-v2.ts';
import { keptResultsV2 } from './kept-results-v2.ts';

/** The shape of a snapshot. */
export const snapshotV2 = z.strictObject({
  format: z.literal(2),
  assessment: z.string(),
  charter: z.strictObject({ name: z.string(), sha256: z.string() }),
  content: keptContentV2,
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
      kind: z.string().exactOptional(),
    }),
  ),
  results: keptResultsV2,
});

export type SnapshotV2 = z.output<typeof snapshotV2>;
