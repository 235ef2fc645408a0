// The folder of a charter version as a zip: looked at as an upload is (zip-directory.ts), unpacked in memory and checked
// as a folder on the disk is. The files stand at the root, in one folder, or in `id/version/`.
import { bytesIn } from '#app/adapters/backup/byte-source.ts';
import { zipEntries, type ZipLimits } from '#app/adapters/office/zip-directory.ts';
import { unpacked, type ZipEntry } from '#app/adapters/office/zip-entry.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { charterIn, type CharterFolder } from './charter-files.ts';
import { misnamed } from './charter-library.ts';

/** Why nothing in a zip was looked at. */
export type CharterZipProblem = {
  readonly code: 'zip-unreadable' | 'zip-encrypted' | 'zip-unsafe';
};

/** A version has at most 60 files in each of 13 languages; all of them together are far smaller than this. */
const LIMITS: ZipLimits = {
  entries: 1_000,
  directoryBytes: 256 * 1024,
  unpackedBytes: 30 * 1024 * 1024,
  ratio: 200,
  zip64: false,
};
/** What programs that pack add of their own: the folder of the version does not have it. */
const ADDED = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/** The charter in the zip, or every mistake in it, as of a folder; or why the zip is not read. */
export async function readCharterZip(
  bytes: Uint8Array,
): Promise<Result<CharterFolder, CharterZipProblem>> {
  const archive = Buffer.from(bytes);
  const entries = await zipEntries(bytesIn(archive), LIMITS);
  if (!entries.ok) return refused({ code: PROBLEM[entries.problem] });
  const files = entries.value.filter(({ name }) => !name.endsWith('/') && !ADDED.test(name));
  const contents = contentsOf(archive, files);
  if (contents === null) return refused({ code: 'zip-unreadable' });
  const folder = versionFolderIn([...contents.keys()]);
  const read = await charterIn(below(contents, folder));
  return ok(folder.includes('/') ? inFolder(read, folder) : read);
}

const PROBLEM = {
  broken: 'zip-unreadable',
  encrypted: 'zip-encrypted',
  'backslash-names': 'zip-unsafe',
  'unsafe-archive': 'zip-unsafe',
} as const;

/** null where an entry is not what it says of itself. */
function contentsOf(
  archive: Buffer,
  files: readonly ZipEntry[],
): ReadonlyMap<string, Uint8Array> | null {
  const contents = new Map<string, Uint8Array>();
  for (const file of files) {
    const content = unpacked(archive, file);
    if (content?.length !== file.size) return null;
    contents.set(file.name, content);
  }
  return contents;
}

/** The folder of the version, at most two deep: where charter.yaml is, or else what all names begin with; '' = the root. */
function versionFolderIn(names: readonly string[]): string {
  const folders = names
    .filter((name) => /^(?:[^/]+\/){0,2}charter\.yaml$/.test(name))
    .map(folderOf)
    // A translation has a charter.yaml of its own, and it is none of the version's.
    .filter((folder) => folder.split('/')[0] !== 'translations');
  const [found] = folders.toSorted((one, other) => one.length - other.length);
  if (found !== undefined) return found;
  const [first = ''] = names;
  const [one = '', two = ''] = first.split('/');
  const common = [`${one}/${two}`, one].find((folder) =>
    names.every((name) => name.startsWith(`${folder}/`)),
  );
  return common === undefined || /(?:^|\/)(?:sections|translations)$/.test(common) ? '' : common;
}

function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

/** The files by their names in the folder; those beside it keep the name that they have, so that they are told as stray. */
function below(
  contents: ReadonlyMap<string, Uint8Array>,
  folder: string,
): ReadonlyMap<string, Uint8Array> {
  if (folder === '') return contents;
  const inside = `${folder}/`;
  return new Map(
    [...contents].map(([name, bytes]) => [
      name.startsWith(inside) ? name.slice(inside.length) : `../${name}`,
      bytes,
    ]),
  );
}

function inFolder(read: CharterFolder, folder: string): CharterFolder {
  const wrong = read.charter === null ? [] : misnamed(read.charter, folder.replace('/', '@'));
  if (wrong.length === 0) return read;
  return { ...read, charter: null, translations: new Map(), mistakes: wrong };
}
