// The uploaded files, one folder of them, each under its id. A file appears under its id only when it
// is whole, looked at and on the disk: before that it has a temporary name beside it.
import { createHash } from 'node:crypto';
import { constants, mkdirSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { EVIDENCE_LIMITS } from '#app/domain/limits.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ErasedFiles, NewId, ReadProblem, StoredFile } from '#app/ports.ts';
import { type ByteSource, bytesOf } from '#app/adapters/backup/byte-source.ts';
import { type Erase, eraseFiles } from './erase-files.ts';
import { hasCode, isDiskFull } from '#app/adapters/backup/file-errors.ts';
import { removed, sweepFolder, type Sweep, type Swept } from './sweep-folder.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TEMPORARY = '.part';
// A link in place of a file is never followed. Windows has no such flag.
const NO_LINK = constants.O_NOFOLLOW ?? 0;
const CHUNK = 64 * 1024;

export type ReceiveProblem =
  | { readonly code: 'too-large'; readonly most: number }
  | { readonly code: 'empty-file' }
  | { readonly code: 'storage-full' };

export type Received<T> = Pick<StoredFile, 'id' | 'size' | 'sha256'> & { readonly found: T };

export type EvidenceFiles = {
  /**
   * Stores the content as it arrives and lets `inspect` refuse it before it is kept. Nothing is left
   * behind where it is refused, or where the content fails half-way, which throws.
   */
  readonly receive: <T, P>(
    content: AsyncIterable<Uint8Array>,
    inspect: (bytes: ByteSource) => Promise<Result<T, P>>,
  ) => Promise<Result<Received<T>, ReceiveProblem | P>>;
  /** The content, once its size and hash are checked against the row. */
  readonly read: (
    row: Pick<StoredFile, 'id' | 'size' | 'sha256'>,
  ) => Promise<Result<ReadableStream<Uint8Array>, ReadProblem>>;
  /** The content while its file is held open: nobody can take it away meanwhile. Destroy it where it is not read to its end. */
  readonly hold: (
    row: Pick<StoredFile, 'id' | 'size' | 'sha256'>,
  ) => Promise<Result<Readable, ReadProblem>>;
  /** Whether the file is gone; where it is not, the sweep tries again. */
  readonly remove: (id: string) => Promise<boolean>;
  /** Removes broken uploads and sets aside what is without a row; what is younger than a day stays. */
  readonly sweep: (given: Sweep) => Promise<Swept>;
  /** Takes content off the disk for good, wherever in the data folder a copy lies. */
  readonly erase: (given: Erase) => Promise<ErasedFiles>;
};

/** The store in a folder, which is made where it is missing. */
export function openEvidenceFiles(folder: string, newId: NewId): EvidenceFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    receive: (content, inspect) => receive(folder, newId(), { content, inspect }),
    read: (row) => readChecked(pathOf(folder, row.id), row),
    hold: (row) => hold(pathOf(folder, row.id), row),
    remove: (id) => removed(pathOf(folder, id)),
    sweep: (given) =>
      sweepFolder(folder, given, { isStored: (name) => ID.test(name), isTemporary }),
    erase: (given) => eraseFiles(folder, given, (name) => ID.test(name)),
  };
}

/** The one place that decides where a file lies; an id from anywhere else cannot name a path. */
function pathOf(folder: string, id: string): string {
  if (!ID.test(id)) throw new RangeError('not the id of a stored file');
  return path.join(folder, id);
}

function isTemporary(name: string): boolean {
  return name.endsWith(TEMPORARY) && ID.test(name.slice(0, -TEMPORARY.length));
}

async function receive<T, P>(
  folder: string,
  id: string,
  given: {
    readonly content: AsyncIterable<Uint8Array>;
    readonly inspect: (bytes: ByteSource) => Promise<Result<T, P>>;
  },
): Promise<Result<Received<T>, ReceiveProblem | P>> {
  const place = pathOf(folder, id);
  const temporary = `${place}${TEMPORARY}`;
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | NO_LINK;
  const handle = await open(temporary, flags, 0o600);
  try {
    const written = await writeAll(handle, given.content);
    if (!written.ok) return written;
    const inspected = await given.inspect(bytesOf(handle, written.value.size, temporary));
    if (!inspected.ok) return inspected;
    await handle.sync();
    await handle.close();
    await rename(temporary, place);
    await syncFolder(folder);
    return ok({ id, ...written.value, found: inspected.value });
  } catch (error) {
    // Named recovery: a full disk is told to the person; everything else goes on up.
    if (isDiskFull(error)) return refused({ code: 'storage-full' });
    throw error;
  } finally {
    await handle.close();
    await rm(temporary, { force: true });
  }
}

async function writeAll(
  handle: FileHandle,
  content: AsyncIterable<Uint8Array>,
): Promise<Result<{ size: number; sha256: string }, ReceiveProblem>> {
  const hash = createHash('sha256');
  const most = EVIDENCE_LIMITS.fileBytes;
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > most) return refused({ code: 'too-large', most });
    hash.update(chunk);
    await handle.appendFile(chunk);
  }
  return size === 0 ? refused({ code: 'empty-file' }) : ok({ size, sha256: hash.digest('hex') });
}

// The new name itself survives a power cut only once the folder is synced; Windows cannot open one.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readChecked(
  place: string,
  row: Pick<StoredFile, 'size' | 'sha256'>,
): Promise<Result<ReadableStream<Uint8Array>, ReadProblem>> {
  const handle = await openToRead(place);
  if (handle === null) return refused({ code: 'file-missing' });
  try {
    return (await isAsRow(handle, row)) ? ok(streamOf(place)) : refused({ code: 'file-altered' });
  } finally {
    await handle.close();
  }
}

async function hold(
  place: string,
  row: Pick<StoredFile, 'size' | 'sha256'>,
): Promise<Result<Readable, ReadProblem>> {
  const handle = await openToRead(place);
  if (handle === null) return refused({ code: 'file-missing' });
  try {
    if (await isAsRow(handle, row)) return ok(handle.createReadStream({ start: 0 }));
  } catch (error) {
    await handle.close();
    throw error;
  }
  await handle.close();
  return refused({ code: 'file-altered' });
}

async function isAsRow(
  handle: FileHandle,
  row: Pick<StoredFile, 'size' | 'sha256'>,
): Promise<boolean> {
  const { size } = await handle.stat();
  if (size !== row.size) return false;
  const hash = createHash('sha256');
  for await (const chunk of bytesOf(handle, size, null).chunks()) hash.update(chunk);
  return hash.digest('hex') === row.sha256;
}

async function openToRead(place: string): Promise<FileHandle | null> {
  try {
    return await open(place, constants.O_RDONLY | NO_LINK);
  } catch (error) {
    // Named recovery: gone, or a link where a file should be.
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ELOOP')) return null;
    throw error;
  }
}

// Opened with the first read only: an answer whose body nobody reads leaves no file open.
function streamOf(place: string): ReadableStream<Uint8Array> {
  let handle: FileHandle | null = null;
  const close = async () => {
    await handle?.close();
    handle = null;
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          handle ??= await open(place, constants.O_RDONLY | NO_LINK);
          const { bytesRead, buffer } = await handle.read(new Uint8Array(CHUNK), 0, CHUNK);
          if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
          await close();
          controller.close();
        } catch (error) {
          await close();
          throw error;
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}
