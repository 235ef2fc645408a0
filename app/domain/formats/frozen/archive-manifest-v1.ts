// What an archive of a submission says of its own files, format 1, and its list of evidence, which is of the
// same format. Strangers' archives come here: the limits hold for reading.
// Frozen: never changed again (docs/decisions/0028-frozen-formats.md).
import { z } from 'zod';

const entryPath = z.string().regex(/^[\p{L}\p{M}\p{N}_.-]+(?:\/[\p{L}\p{M}\p{N}_.-]+)*$/u);

/** The shape of the manifest. */
export const archiveManifestV1 = z.strictObject({
  format: z.literal(1),
  about: z.record(z.string(), z.unknown()),
  files: z
    .array(
      z.strictObject({
        path: entryPath,
        size: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(20_000),
  /** What could not be read when the archive was made. */
  gaps: z
    .array(z.strictObject({ path: entryPath, code: z.string() }))
    .max(20_000)
    .optional(),
});

/** What an import needs of the list of evidence; the rest of an item stands in the assessment file. */
export const archivedEvidenceV1 = z.array(
  z.object({
    criterion: z.string(),
    title: z.string(),
    /** A file that was erased has no path. */
    file: z.object({ path: z.string().nullable(), name: z.string() }).nullable(),
  }),
);
