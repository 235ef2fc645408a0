// The name of an uploaded file as it is shown and downloaded: what the person typed, without anything
// that could make it a path, reorder it on screen or trouble a file system.
import type { FileKind } from './file-kinds.ts';

const MOST_CHARACTERS = 150;

// Control characters, lone surrogates, line separators, marks that reorder text, invisible marks.
const DANGEROUS =
  /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
const FORBIDDEN = /["*:<>?|\\]/g;
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i;
const EXTENSION = /\.[\p{L}\p{N}]{1,10}$/u;

/** The name without its path; never empty, at most 150 characters, with its extension kept. */
export function displayName(given: string): string {
  const last = withoutFolders(given);
  const clean = last
    .replaceAll(DANGEROUS, '')
    .replaceAll(FORBIDDEN, '-')
    .normalize('NFC')
    .replaceAll(/[\p{White_Space}]+/gu, ' ');
  const trimmed = trimmedEnds(clean);
  if (trimmed === '') return 'file';
  return shortened(isDevice(trimmed) ? `_${trimmed}` : trimmed);
}

/** Windows has back-slashes in paths alone, which old browsers send whole; elsewhere they are part of a name. */
function withoutFolders(given: string): string {
  const isWindows = /^(?:[a-z]:|\\|\.\.?)\\/i.test(given);
  return given.split(isWindows ? /[/\\]/ : '/').at(-1) ?? '';
}

/** The name with an extension of its kind; one of another kind stays in front of it. */
export function nameForKind(name: string, { extensions }: Pick<FileKind, 'extensions'>): string {
  const lower = name.toLowerCase();
  if (extensions.some((extension) => lower.endsWith(extension))) return name;
  return shortened(`${name}${extensions[0]}`);
}

/** What a file is called where nobody says it otherwise: its name without the extension; never empty. */
export function titleOfFile(name: string): string {
  return name.replace(EXTENSION, '').replaceAll('_', ' ').trim() || name;
}

// A dot in front hides a file, one at the end disappears on Windows.
function trimmedEnds(name: string): string {
  return name.replace(/^[. ]+/, '').replace(/[. ]+$/, '');
}

/** Whether Windows takes the name for a device: CON, and CON.txt too. */
export function isDevice(name: string): boolean {
  const [stem = ''] = name.split('.');
  return DEVICE.test(stem.trim());
}

function shortened(name: string): string {
  if (name.length <= MOST_CHARACTERS) return name;
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  const stem = name.slice(0, MOST_CHARACTERS - extension.length);
  // The cut may have gone through a character of two units, or end in a space.
  return trimmedEnds(stem.replace(/[\uD800-\uDBFF]$/, '')) + extension;
}
