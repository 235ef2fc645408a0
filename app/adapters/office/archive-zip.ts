// A submission as one ZIP: written as a stream, one file after another, with the manifest last; read back
// from the disk with every fingerprint checked before anything of it is used.
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable, Transform, Writable } from 'node:stream';
import type { ArchiveGap, ArchivePart, ArchivePlan } from '#app/ports.ts';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { z } from 'zod';
import type { EvidenceFiles } from '#app/adapters/evidence-files/evidence-files.ts';

const MANIFEST = 'manifest.json';
const INDEX = 'index.html';
/** The most that one archive may hold when it is read. */
const MOST_FILES = 20_000;
const MOST_BYTES = 8 * 1024 ** 3;
const MOST_HELD = 50 * 1024 * 1024;

const entryPath = z.string().regex(/^[\p{L}\p{M}\p{N}_.-]+(?:\/[\p{L}\p{M}\p{N}_.-]+)*$/u);

const manifestFile = z.strictObject({
  format: z.literal(1),
  about: z.record(z.string(), z.unknown()),
  files: z
    .array(
      z.strictObject({
        path: entryPath,
        size: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(MOST_FILES),
  /** What could not be read when the archive was made. */
  gaps: z
    .array(z.strictObject({ path: entryPath, code: z.string() }))
    .max(MOST_FILES)
    .optional(),
});

export type Manifest = z.output<typeof manifestFile>;

/** Writes one line to the log: what could not be packed. */
type Tell = (gaps: readonly ArchiveGap[]) => void;

/**
 * The archive of a plan as a stream. A stored file that cannot be read is left out and listed; one that
 * changes while it is read breaks off this stream and nothing else. Where the reader goes, all is closed.
 */
export function packArchive(
  plan: ArchivePlan,
  files: Pick<EvidenceFiles, 'hold'>,
  tell: Tell,
): ReadableStream<Uint8Array> {
  const zip = new ZipWriter();
  const output = zip.outputStream;
  const state: Packing = {
    zip,
    files,
    current: null,
    over: false,
    breakOff: (error) => {
      state.over = true;
      state.current?.destroy();
      if (output instanceof Readable) output.destroy(error instanceof Error ? error : undefined);
    },
  };
  const { breakOff } = state;
  // An error without a listener would end the process.
  zip.on('error', breakOff);
  const begin = () => {
    fill(plan, state).then((gaps) => {
      if (gaps.length > 0 && !state.over) tell(gaps);
    }, breakOff);
  };
  return webStream(output, { begin, gone: () => breakOff(null) });
}

type Packing = {
  readonly zip: ZipWriter;
  readonly files: Pick<EvidenceFiles, 'hold'>;
  /** The file that is read at the moment. */
  current: Readable | null;
  /** Broken off, or nobody reads any more. */
  over: boolean;
  /** Ends this archive, with the error that its reader gets. */
  readonly breakOff: (error: unknown) => void;
};

/** Adds one entry after another, and what could not be read; ends early where the packing is over. */
async function fill(
  { parts, about, index, date: mtime }: ArchivePlan,
  state: Packing,
): Promise<readonly ArchiveGap[]> {
  const packed: Manifest['files'] = [];
  const gaps: ArchiveGap[] = [];
  const add = (name: string, bytes: Buffer) => {
    state.zip.addBuffer(bytes, name, { mtime });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    packed.push({ path: name, size: bytes.byteLength, sha256 });
  };
  for (const part of parts) {
    if (state.over) return gaps;
    if (!('stored' in part)) {
      add(part.path, Buffer.from('text' in part ? part.text : part.bytes));
      continue;
    }
    const code = await addStored(state, part, mtime);
    if (code !== null) gaps.push({ path: part.path, code });
    else packed.push({ path: part.path, size: part.stored.size, sha256: part.stored.sha256 });
  }
  add(INDEX, Buffer.from(index(gaps)));
  const manifest: Manifest = { format: 1, about, files: packed, ...(gaps.length > 0 && { gaps }) };
  state.zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST, { mtime });
  state.zip.end();
  return gaps;
}

/** null = it is in the archive, or its stream has broken off. */
async function addStored(
  state: Packing,
  { path: name, stored }: StoredPart,
  mtime: Date,
): Promise<ArchiveGap['code'] | null> {
  const content = await heldOf(state.files, stored);
  if (typeof content === 'string') return content;
  state.current = content;
  if (state.over) {
    content.destroy();
    return null;
  }
  const checked = checkedStream(content, stored.sha256);
  const ended = new Promise((resolve) => checked.once('close', resolve));
  state.current = checked;
  // The zip waits for an end that will not come.
  checked.once('error', state.breakOff);
  state.zip.addReadStream(checked, name, { mtime, size: stored.size });
  await ended;
  return null;
}

/** The content as it was when it was opened, or an error at its end: it was changed in its place. */
function checkedStream(content: Readable, sha256: string): Transform {
  const hash = createHash('sha256');
  const checked = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const same = hash.digest('hex') === sha256;
      done(same ? null : new Error('a stored file was changed while it was packed'));
    },
  });
  // Named recovery: whatever happens to either shows in what is read of it.
  pipeline(content, checked).catch(() => {});
  return checked;
}

type StoredPart = Extract<ArchivePart, { readonly stored: object }>;

async function heldOf(
  files: Pick<EvidenceFiles, 'hold'>,
  stored: StoredPart['stored'],
): Promise<Readable | ArchiveGap['code']> {
  try {
    const held = await files.hold(stored);
    return held.ok ? held.value : held.problem.code;
  } catch (error) {
    // Named recovery: a disk that fails, or a file that we may not read, costs this file alone.
    if (error instanceof Error && 'syscall' in error) return 'unreadable';
    throw error;
  }
}

/** Node's stream for a Response: begun with the first read, and read only as fast as it is sent. */
function webStream(
  source: NodeJS.ReadableStream,
  { begin, gone }: { readonly begin: () => void; readonly gone: () => void },
): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let begun = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!begun) begin();
        begun = true;
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(typeof value === 'string' ? Buffer.from(value) : value);
      },
      cancel: gone,
    },
    { highWaterMark: 0 },
  );
}

export type Archive = {
  readonly manifest: Manifest;
  /** The whole of one small entry; throws where it is not there or does not match its fingerprint. */
  readonly bytes: (path: string) => Promise<Buffer>;
  readonly close: () => void;
};

/** Opens an archive on the disk. Throws with what is wrong where it is not one of ours, or is damaged. */
export async function openArchive(file: string): Promise<Archive> {
  const zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false });
  try {
    const entries = await listed(zip);
    const held = entries.get(MANIFEST);
    if (held === undefined)
      throw new Error(`${file} has no ${MANIFEST}; it is not an archive of ours`);
    const parsed = manifestFile.safeParse(JSON.parse(String(await bytesOf(zip, held))));
    if (!parsed.success) throw new Error(`${file}: its ${MANIFEST} is damaged`);
    const manifest = parsed.data;
    const files = new Map(manifest.files.map((one) => [one.path, one]));
    const bytes = async (path: string) => {
      const entry = entries.get(path);
      const said = files.get(path);
      if (entry === undefined || said === undefined) throw new Error(`${file} has no ${path}`);
      const content = await bytesOf(zip, entry);
      const sha256 = createHash('sha256').update(content).digest('hex');
      if (sha256 !== said.sha256) throw new Error(`${file}: ${path} is damaged or was changed`);
      return content;
    };
    return { manifest, bytes, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listed(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    bytes += entry.uncompressedSize;
    if (entries.size >= MOST_FILES || bytes > MOST_BYTES) {
      throw new Error('the archive unpacks to more than an archive of ours can');
    }
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.uncompressedSize > MOST_HELD) {
    throw new Error(`${entry.fileName} is larger than any file of ours`);
  }
  const parts: Buffer[] = [];
  const stream = await zip.openReadStreamPromise(entry);
  await pipeline(
    stream,
    new Writable({
      write(chunk: Buffer, _, done) {
        parts.push(chunk);
        done();
      },
    }),
  );
  return Buffer.concat(parts);
}
