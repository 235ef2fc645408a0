// What an archive says of its own files: one format, written last and read first.
import { z } from 'zod';

export const MANIFEST = 'manifest.json';
/** The most files that one archive may hold when it is read. */
export const MOST_FILES = 20_000;

const entryPath = z.string().regex(/^[\p{L}\p{M}\p{N}_.-]+(?:\/[\p{L}\p{M}\p{N}_.-]+)*$/u);

/** The shape of the manifest. */
export const manifestFile = z.strictObject({
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
    .max(MOST_FILES),
  /** What could not be read when the archive was made. */
  gaps: z
    .array(z.strictObject({ path: entryPath, code: z.string() }))
    .max(MOST_FILES)
    .optional(),
});

export type Manifest = z.output<typeof manifestFile>;
