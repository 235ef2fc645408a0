// What a virus scanner has said of a file, and whether the file may be given out.

export type ScanState = 'not-scanned' | 'waiting' | 'clean' | 'infected';

/** Why a file is held back. */
export type Hold = 'being-checked' | 'infected';

/**
 * Why a file is not given out; null = it may be. With a scanner only what it called clean goes out, also of
 * the files that were there before it. Without one nothing waits; what was found infected stays here.
 */
export function holdOn(
  scan: string,
  { hasScanner }: { readonly hasScanner: boolean },
): Hold | null {
  if (scan === 'infected') return 'infected';
  return hasScanner && scan !== 'clean' ? 'being-checked' : null;
}

/** What a new upload begins with. */
export function firstScanState({ hasScanner }: { readonly hasScanner: boolean }): ScanState {
  return hasScanner ? 'waiting' : 'not-scanned';
}

/** After so many files in a row without an answer, the scanner is down. */
const MISSES = 2;

/** Whether the scanner is down: `misses` is how many files in a row it did not answer for. */
export function isScannerDown(misses: number, { isLast }: { readonly isLast: boolean }): boolean {
  return misses >= MISSES || (misses > 0 && isLast);
}

/** In which order files are scanned: one on which the scanner fell over comes last, so that it keeps nobody waiting. */
export function scanOrder<File extends { readonly id: string }>(
  files: readonly File[],
  failed: ReadonlySet<string>,
): readonly File[] {
  return files.toSorted((one, other) => Number(failed.has(one.id)) - Number(failed.has(other.id)));
}
