import type { CharterFile, LevelsFile, SectionFile } from '#app/domain/charter/schema.ts';
import type { Mistake } from './yaml-place.ts';

/** A version whose files had no mistake: what the schemas made of them, and what was worth saying. */
export type SoundFiles = {
  readonly charter: CharterFile;
  readonly levels: LevelsFile;
  readonly sections: readonly SectionFile[];
  readonly remarks: readonly Mistake[];
};

/**
 * Versions that a build has found sound, by the hash of their files: the same bytes are sound for the same
 * program. Where the sources run there is none; app/report-build.ts puts those of the library here.
 */
export function soundBefore(_whole: string): SoundFiles | null {
  return null;
}
