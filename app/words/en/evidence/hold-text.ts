// How a file is spoken of that is not given out because of its virus scan, on pages and in archives.
import type { Hold } from '#app/domain/evidence/file-scan.ts';

/** What happened and what to do, without a full stop at the end. */
export function holdText(hold: Hold): string {
  return hold === 'infected'
    ? 'The virus scanner found something harmful in it, so nobody can download it. Remove it, look at the computer that it came from, and attach a clean copy'
    : 'It is being checked for viruses. Come back in a minute: it can be downloaded once the check is done';
}
