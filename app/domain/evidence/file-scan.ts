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
