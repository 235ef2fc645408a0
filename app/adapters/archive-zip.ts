// A submission as one ZIP: written as a stream, with the manifest last; read back from the disk with every
// fingerprint checked before anything of it is used.
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable, Writable } from 'node:stream';
import type { ArchivePart, ArchivePlan } from '#app/ports.ts';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { z } from 'zod';
import type { EvidenceFiles } from './evidence-files.ts';

const MANIFEST = 'manifest.json';
/** The most that one archive may hold when it is read. */
const MOST_FILES = 20_000;
const MOST_BYTES = 8 * 1024 ** 3;
const MOST_HELD = 50 * 1024 * 1024;

const manifestFile = z.strictObject({
  format: z.literal(1),
  about: z.record(z.string(), z.unknown()),
  files: z
    .array(
      z.strictObject({
        path: z.string().regex(/^[\w.-]+(?:\/[\w.-]+)*$/),
        size: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(MOST_FILES),
});

export type Manifest = z.output<typeof manifestFile>;

type Packed = Manifest['files'][number] & { readonly open: () => Promise<Readable> };

/** The archive of a plan as a stream; a stored file that cannot be read breaks it off. */
export function packArchive(
  { parts, about, date: mtime }: ArchivePlan,
  files: Pick<EvidenceFiles, 'read'>,
): ReadableStream<Uint8Array> {
  const zip = new ZipWriter();
  const entries = parts.map((part) => entryOf(part, files));
  const fingerprints = entries.map(({ path, size, sha256 }) => ({ path, size, sha256 }));
  const manifest: Manifest = { format: 1, about, files: fingerprints };
  for (const { path, size, open } of entries) {
    zip.addReadStreamLazy(path, { mtime, size }, (done) => {
      open().then(
        (stream) => done(null, stream),
        (error: unknown) => done(error, Readable.from([])),
      );
    });
  }
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST, { mtime });
  zip.end();
  return webStream(zip.outputStream);
}

function entryOf(part: ArchivePart, files: Pick<EvidenceFiles, 'read'>): Packed {
  const { path } = part;
  if ('stored' in part) {
    const { size, sha256 } = part.stored;
    return { path, size, sha256, open: () => storedStream(part.stored, files) };
  }
  const bytes = Buffer.from('text' in part ? part.text : part.bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, size: bytes.byteLength, sha256, open: async () => Readable.from([bytes]) };
}

async function storedStream(
  stored: Parameters<EvidenceFiles['read']>[0],
  files: Pick<EvidenceFiles, 'read'>,
): Promise<Readable> {
  const read = await files.read(stored);
  if (!read.ok) throw new Error(`evidence ${stored.id}: ${read.problem.code}`);
  return Readable.from(read.value);
}

/** Node's stream for a Response: read only as fast as it is sent. */
function webStream(source: NodeJS.ReadableStream): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(typeof value === 'string' ? Buffer.from(value) : value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
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
