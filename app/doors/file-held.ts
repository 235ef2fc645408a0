// Whether a file is held back because of its virus scan.
import { holdOn } from '#app/domain/evidence/file-scan.ts';
import type { FileHeld } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { holdText } from '#words/evidence/hold-text.ts';

/** Why a file is not given out; null = it may be. */
export function fileHeld(
  { scan }: { readonly scan: string },
  scanFile: Services['scanFile'],
): FileHeld | null {
  const hold = holdOn(scan, { hasScanner: scanFile !== null });
  return hold === null ? null : { code: 'file-held', hold, text: holdText(hold) };
}
