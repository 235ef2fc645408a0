// A submission as one ZIP: written as a stream, one file after another, with the manifest last.
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable, Transform } from 'node:stream';
import type { ArchiveGap, ArchivePart, ArchivePlan } from '#app/ports.ts';
import { ZipFile as ZipWriter } from 'yazl';
import { MANIFEST, type Manifest } from '#app/domain/formats/archive-manifest.ts';
import type { EvidenceFiles } from '#app/adapters/evidence-files/evidence-files.ts';

const INDEX = 'index.html';

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
