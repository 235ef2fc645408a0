// Reads a multipart form as it arrives: its texts, and one file straight into the store. Whatever goes
// wrong, nothing of it stays on the disk. Ask whether the person may attach before reading.
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { EvidenceFiles, ReceiveProblem } from '#app/adapters/evidence-files/evidence-files.ts';
import type { JudgeFile } from '#app/adapters/evidence-files/file-kind.ts';
import { EVIDENCE_LIMITS } from '#app/domain/limits.ts';
import type { FileKind, KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { displayName, nameForKind } from '#app/domain/evidence/file-name.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { StoredFile } from '#app/ports.ts';
import { feed } from '#app/http/register-api/feed-body.ts';
import { rememberTyped } from './typed-texts.ts';

export type UploadProblem =
  | ReceiveProblem
  | KindProblem
  | { readonly code: 'not-multipart' }
  /** The person has sent more files than anyone may in an hour (upload-rate.ts). */
  | { readonly code: 'too-many-uploads'; readonly seconds: number }
  | { readonly code: 'malformed' }
  | { readonly code: 'too-many-parts'; readonly most: number }
  | { readonly code: 'field-too-long'; readonly field: string; readonly most: number }
  | { readonly code: 'aborted' };

export type Upload = {
  /** The texts of the form, for parseForm. */
  readonly fields: FormData;
  /** null = no file was chosen. */
  readonly file: StoredFile | null;
};

/** Where a file goes, and what it has to be. */
type Store = {
  readonly files: EvidenceFiles;
  readonly judgeFile: (
    ...file: Parameters<JudgeFile>
  ) => Promise<Result<Omit<FileKind, 'id'>, KindProblem>>;
};

const MOST_FIELDS = 20;
const MOST_NAME = 100;
/** Far more than any text may have, so that one that is too long is read, and comes back. */
const MOST_FIELD_BYTES = 100_000;
/** The largest request: the largest file and everything around it. */
export const MOST_REQUEST_BYTES = EVIDENCE_LIMITS.fileBytes + 1_000_000;

const LIMITS = {
  fields: MOST_FIELDS,
  fieldNameSize: MOST_NAME,
  fieldSize: MOST_FIELD_BYTES,
  files: 1,
  parts: MOST_FIELDS + 1,
  headerPairs: 20,
  headerSize: 8_192,
};

/** The form with its file in the store, or why nothing of it was kept. */
export async function readUpload(
  request: Request,
  store: Store,
): Promise<Result<Upload, UploadProblem>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return refused({ code: 'not-multipart' });
  const parser = parserFor(type);
  if (parser === null || request.body === null) return refused({ code: 'malformed' });
  const tooLarge = { code: 'too-large', most: EVIDENCE_LIMITS.fileBytes } as const;
  // Known before it begins; the texts in front of the file are read all the same.
  const isTooLarge = Number(request.headers.get('content-length') ?? 0) > MOST_REQUEST_BYTES;
  const reading = readParts(parser, store, isTooLarge ? tooLarge : null);
  const { stopped, stop } = reading;
  const fed = feed(request.body, {
    parser,
    most: MOST_REQUEST_BYTES,
    ended: reading.ended,
    stopped,
    stop: (reason) => stop(reason === 'aborted' ? { code: 'aborted' } : tooLarge),
  });
  await reading.ended;
  const received = await reading.received();
  await fed;
  const problem = reading.problem();
  if (problem === null && received.ok) {
    return ok({ fields: reading.fields, file: received.value });
  }
  if (received.ok && received.value !== null) await store.files.remove(received.value.id);
  if (problem !== null) return refused(problem);
  return received.ok ? refused({ code: 'malformed' }) : received;
}

/** A parser for this content type; null where it is no multipart form. */
export function parserFor(type: string): BusboyInstance | null {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: LIMITS,
      // A back-slash may be part of a name; displayName tells it from a path.
      preservePath: true,
    });
  } catch {
    // Named recovery: the constructor throws where the boundary is missing or makes no sense.
    return null;
  }
}

type Received = Result<StoredFile | null, UploadProblem>;

/** Listens to the parser; the first problem ends everything, and no file is read where one is known. */
function readParts(parser: BusboyInstance, store: Store, known: UploadProblem | null) {
  const fields = new FormData();
  rememberTyped(fields);
  const end = Promise.withResolvers<void>();
  const state: {
    problem: UploadProblem | null;
    content: Readable | null;
    receiving: Promise<Received>;
  } = { problem: null, content: null, receiving: Promise.resolve(ok(null)) };

  const stop = (problem: UploadProblem) => {
    if (state.problem !== null) return;
    state.problem = problem;
    state.content?.destroy(INTERRUPTED);
    end.resolve();
  };
  parser.on('field', (name, value, _nameCut, valueCut) => {
    if (!isFieldName(name)) return stop({ code: 'malformed' });
    if (valueCut) return stop({ code: 'field-too-long', field: name, most: MOST_FIELD_BYTES });
    fields.append(name, unmarked(value));
  });
  parser.on('file', (name, content, filename) => {
    // A listener of its own: an error without one would end the process.
    content.on('error', () => {});
    if (state.problem !== null || known !== null || !isFieldName(name)) {
      content.resume();
      return stop(known ?? { code: 'malformed' });
    }
    state.content = content;
    state.receiving = receive(store, content, filename);
    void stopping(state.receiving).then((problem) => {
      if (problem !== null) stop(problem);
      content.resume();
    });
  });
  for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
    parser.on(event, () => stop({ code: 'too-many-parts', most: LIMITS.parts }));
  }
  parser.on('error', () => stop({ code: 'malformed' }));
  parser.on('finish', () => end.resolve());
  return {
    fields,
    stop,
    stopped: () => state.problem !== null,
    problem: () => state.problem,
    ended: end.promise,
    received: () => state.receiving,
  };
}

/** What ends the whole form; a store that fails or is full does not: later texts are to be shown again. */
async function stopping(receiving: Promise<Received>): Promise<UploadProblem | null> {
  const received = await receiving.catch(() => null);
  if (received === null || received.ok) return null;
  return received.problem.code === 'storage-full' ? null : received.problem;
}

function isFieldName(name: string | undefined): name is string {
  return name !== undefined && name !== '' && Buffer.byteLength(name) <= MOST_NAME;
}

/** What reading a file fails with where the form stopped; failures of the disk are others. */
const INTERRUPTED = new Error('the upload stopped');

// Whoever stops reading leaves the stream as it is: the form goes on after it.
async function* contentOf(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream.iterator({ destroyOnReturn: false });
  } catch {
    throw INTERRUPTED;
  }
}

async function receive(
  { files, judgeFile }: Store,
  content: Readable,
  filename: string | undefined,
): Promise<Received> {
  const given = filename ?? '';
  const name = displayName(given);
  try {
    const received = await files.receive(contentOf(content), (bytes) => judgeFile(bytes, name));
    // Browsers send an empty file without a name where none was chosen.
    if (!received.ok && received.problem.code === 'empty-file' && given === '') return ok(null);
    if (!received.ok) return received;
    const { id, size, sha256, found } = received.value;
    const { mediaType } = found;
    return ok({ id, size, sha256, mediaType, name: nameForKind(name, found) });
  } catch (error) {
    // Named recovery: the form broke off, which the parser or the feeder reports.
    if (error !== INTERRUPTED) throw error;
    return refused({ code: 'malformed' });
  }
}
