import type { MissingText } from '#app/domain/charter/translation/translation.ts';
import type { ShapedFiles } from './shaped-files.ts';
import type { Mistake } from './yaml-place.ts';

/** A version whose files had no mistake: what the schemas made of them, and what was worth saying. */
export type SoundFiles = ShapedFiles & {
  /** The same in each language of the version, by its tag, with what it leaves out. */
  readonly translations: Readonly<
    Record<
      string,
      ShapedFiles & {
        readonly all: number;
        readonly missing: readonly MissingText[];
        readonly approvedBy: string | null;
      }
    >
  >;
  readonly remarks: readonly Mistake[];
};

/**
 * Versions that a build has found sound, by the hash of their files: the same bytes are sound for the same
 * program. Where the sources run there is none; app/report-build.ts puts those of the library here.
 */
export function soundBefore(_whole: string): SoundFiles | null {
  return null;
}
