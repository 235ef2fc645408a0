// An archive of ours read back from the disk: looked at as any zip of strangers is, and every fingerprint
// checked before anything of it is used.
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { MANIFEST, type Manifest, readManifest } from '#app/domain/formats/archive-manifest.ts';
import { type ByteSource, bytesOf } from '#app/adapters/backup/byte-source.ts';
import { zipEntries, type ZipLimits } from '#app/adapters/office/zip-directory.ts';
import { entryBytes, type ZipEntry } from '#app/adapters/office/zip-entry.ts';

const LIMITS: ZipLimits = {
  entries: 20_000,
  directoryBytes: 32 * 1024 * 1024,
  unpackedBytes: 8 * 1024 ** 3,
  // People attach tables of one repeated line.
  ratio: Number.POSITIVE_INFINITY,
  zip64: true,
};
const MOST_HELD = 50 * 1024 * 1024;

export type Archive = {
  readonly manifest: Manifest;
  /** The whole of one small entry; throws where it is not there or does not match its fingerprint. */
  readonly bytes: (path: string) => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

/** Opens an archive on the disk. Throws with what is wrong where it is not one of ours, or is damaged. */
export async function openArchive(file: string): Promise<Archive> {
  const handle = await open(file);
  try {
    return await archiveIn(handle, file);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function archiveIn(handle: FileHandle, file: string): Promise<Archive> {
  const zip = bytesOf(handle, (await handle.stat()).size, file);
  const entries = await listed(zip, file);
  const held = entries.get(MANIFEST);
  if (held === undefined) {
    throw new Error(`${file} has no ${MANIFEST}; it is not an archive of ours`);
  }
  const manifest = manifestIn(String(await contentOf(zip, held)), file);
  const files = new Map(manifest.files.map((one) => [one.path, one]));
  const bytes = async (path: string) => {
    const entry = entries.get(path);
    const said = files.get(path);
    if (entry === undefined || said === undefined) throw new Error(`${file} has no ${path}`);
    const content = await contentOf(zip, entry);
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (sha256 !== said.sha256) throw new Error(`${file}: ${path} is damaged or was changed`);
    return content;
  };
  return { manifest, bytes, close: () => handle.close() };
}

function manifestIn(text: string, file: string): Manifest {
  const read = readManifest(text);
  if (read.ok) return read.value;
  throw new Error(
    read.problem.code === 'unknown-format'
      ? `${file} is of a format that this program does not know; a later one made it`
      : `${file}: its ${MANIFEST} is damaged`,
  );
}

async function listed(zip: ByteSource, file: string): Promise<ReadonlyMap<string, ZipEntry>> {
  const entries = await zipEntries(zip, LIMITS);
  if (entries.ok) return new Map(entries.value.map((entry) => [entry.name, entry]));
  throw new Error(
    entries.problem === 'broken'
      ? `${file} is no archive, or is damaged`
      : `${file} is no archive of ours: ${WORDS[entries.problem]}`,
  );
}

const WORDS = {
  encrypted: 'it is encrypted',
  'backslash-names': 'its names hold backslashes',
  'unsafe-archive': 'it unpacks to more than one can, or not into one place',
};

async function contentOf(zip: ByteSource, entry: ZipEntry): Promise<Buffer> {
  if (entry.size > MOST_HELD) throw new Error(`${entry.name} is larger than any file of ours`);
  const content = await entryBytes(zip, entry);
  if (content === null) throw new Error(`${entry.name} is damaged`);
  return content;
}
