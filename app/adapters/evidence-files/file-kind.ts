// What a file is, by its content and never by its name; everything that is not on the list is refused.
// A PDF may hide another format behind it: that is harmless only because files are always downloads.
import {
  FILE_KINDS,
  type FileKind,
  kindNotAccepted,
  type KindProblem,
} from '#app/domain/evidence/file-kinds.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ByteSource } from '#app/adapters/backup/byte-source.ts';
import { type ImageSize, jpegSize, pngSize } from './image-size.ts';
import { officeKind } from '#app/adapters/office/office-kind.ts';
import { OLE_SIGNATURE, oleProblem } from '#app/adapters/office/ole-kind.ts';
import { textProblem } from './text-kind.ts';

/** Tells the kind of a file that is sent under a name, or why it is not kept. */
export type JudgeFile = (bytes: ByteSource, name: string) => Promise<Result<FileKind, KindProblem>>;

type Reason = KindProblem['reason'];

const MOST_SIDE = 20_000;
const MOST_PIXELS = 100_000_000;
/** How far from its end a PDF says that it ends. */
const PDF_TAIL = 1_024;

const SIGNATURES: readonly (readonly [
  string,
  (bytes: ByteSource) => Promise<Result<FileKind, Reason>>,
])[] = [
  ['%PDF-', pdf],
  ['\x89PNG\r\n\x1a\n', async (bytes) => image(FILE_KINDS.png, await pngSize(bytes))],
  ['\xff\xd8\xff', async (bytes) => image(FILE_KINDS.jpeg, await jpegSize(bytes))],
  ['PK\x03\x04', officeKind],
  [OLE_SIGNATURE, async (bytes) => refused(await oleProblem(bytes))],
  ['{\\rtf', async () => refused('rtf')],
];

/** The kind of the file. Its name decides only whether plain text is called CSV. */
export async function fileKind(
  bytes: ByteSource,
  name: string,
): Promise<Result<FileKind, KindProblem>> {
  const beginning = (await bytes.read(0, 8)).toString('latin1');
  const known = SIGNATURES.find(([signature]) => beginning.startsWith(signature));
  const found = known === undefined ? await text(bytes, name) : await known[1](bytes);
  return found.ok ? found : refused(kindNotAccepted(found.problem));
}

async function pdf(bytes: ByteSource): Promise<Result<FileKind, Reason>> {
  const tail = await bytes.read(Math.max(0, bytes.size - PDF_TAIL), PDF_TAIL);
  return tail.includes('%%EOF') ? ok(FILE_KINDS.pdf) : refused('broken');
}

/** Readers look for the beginning of a PDF this far; what stands before it is none of it. */
async function holdsPdf(bytes: ByteSource): Promise<boolean> {
  const beginning = (await bytes.read(0, PDF_TAIL)).toString('latin1');
  return /%PDF-\d\.\d/.test(beginning) && (await pdf(bytes)).ok;
}

function image(kind: FileKind, size: ImageSize | null): Result<FileKind, Reason> {
  if (size === null || size.width === 0 || size.height === 0) return refused('broken');
  const { width, height } = size;
  const large = Math.max(width, height) > MOST_SIDE || width * height > MOST_PIXELS;
  return large ? refused('image-too-large') : ok(kind);
}

async function text(bytes: ByteSource, name: string): Promise<Result<FileKind, Reason>> {
  if (await holdsPdf(bytes)) return refused('pdf-not-first');
  const problem = await textProblem(bytes);
  if (problem !== null) return refused(problem);
  return ok(/\.csv$/i.test(name) ? FILE_KINDS.csv : FILE_KINDS.text);
}
