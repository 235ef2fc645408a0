// Where evidence lies in an archive: in a folder of its criterion, under the name that people gave it, in
// letters that every system can unpack.
import { isDevice } from './file-name.ts';

const MOST_CHARACTERS = 100;
const EXTENSION = /\.[\p{L}\p{N}]{1,10}$/u;

/**
 * 'evidence/G1/board-minute-2026-03-12.pdf', which no path of `taken` is; a second file of the name gets
 * '-2'. `taken` is compared as systems do that know no case; the new path is added to it.
 */
export function archivePath(criterion: string, name: string, taken: Set<string>): string {
  const safe = plainName(name);
  const extension = EXTENSION.exec(safe)?.[0] ?? '';
  const stem = safe.slice(0, safe.length - extension.length).slice(0, MOST_CHARACTERS);
  for (let copy = 1; ; copy += 1) {
    const numbered = copy === 1 ? stem : `${stem}-${copy}`;
    const path = `evidence/${plainName(criterion)}/${numbered}${extension}`;
    const key = path.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return path;
  }
}

/** Letters of any script, digits, dots and hyphens; never empty, hidden, or a way out of its folder. */
function plainName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}._]+/gu, '-')
    .replaceAll(/\.{2,}/g, '.')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .replaceAll(/-+(?=\.)/g, '');
  if (plain === '') return 'file';
  return isDevice(plain) ? `_${plain}` : plain;
}
