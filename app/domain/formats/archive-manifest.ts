// What an archive says of its own files and of its evidence; today's format is 1. The assessment in it is an
// assessment file, with a format of its own.
import type { z } from 'zod';
import { refused, type Result } from '#app/domain/problem.ts';
import { archivedEvidenceV1, archiveManifestV1 } from './frozen/archive-manifest-v1.ts';
import { fitted, type FormatProblem, jsonIn, keptValue } from './kept-format.ts';

/** The file of an archive that holds it. */
export const MANIFEST = 'manifest.json';

export type Manifest = z.output<typeof archiveManifestV1>;

/** The manifest of an archive. */
export function readManifest(text: string): Result<Manifest, FormatProblem> {
  const kept = keptValue(text);
  if (!kept.ok) return kept;
  switch (kept.value.format) {
    case 1:
      return fitted(archiveManifestV1, kept.value.value);
    default:
      return refused({ code: 'unknown-format' });
  }
}

export type ArchivedEvidence = z.output<typeof archivedEvidenceV1>;

/** The list of evidence in an archive of this format. */
export function readArchivedEvidence(
  text: string,
  format: Manifest['format'],
): Result<ArchivedEvidence, FormatProblem> {
  switch (format) {
    case 1:
      return fitted(archivedEvidenceV1, jsonIn(text));
    default:
      return format satisfies never;
  }
}
