// Which kind of office file a zip is, from the parts that it declares. Nothing is unpacked but its own
// table of contents and the beginning of its main part, each with a limit.
import { constants, inflateRawSync } from 'node:zlib';
import { FILE_KINDS, type FileKind, type KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ByteSource } from '#app/adapters/backup/byte-source.ts';
import { withoutReferences } from './xml-decode.ts';
import { bareValue, openTags } from './xml-tokens.ts';
import { zipEntries } from './zip-directory.ts';
import { contentStart, LOCAL_SIZE, type ZipEntry } from './zip-entry.ts';

type Reason = KindProblem['reason'];
type Parts = ReadonlyMap<string, ZipEntry>;
type Main = { readonly kind: FileKind; readonly part: ZipEntry };

const CONTENTS = '[content_types].xml';
type Limits = { readonly stored: number; readonly unpacked: number };
/** More than a document of 5,000 parts says of them; unpacked in a moment. */
const CONTENTS_LIMITS: Limits = { stored: 1024 * 1024, unpacked: 1024 * 1024 };
const MIMETYPE_LIMITS: Limits = { stored: 200, unpacked: 1024 * 1024 };
/** Enough of a main part to hold everything before its first element, however much that unpacks to. */
const MAIN_LIMITS: Limits = { stored: 4 * 1024, unpacked: 5 * 1024 * 1024 };

const { docx, xlsx, pptx, odt, ods, odp } = FILE_KINDS;
const BY_CONTENT_TYPE = new Map<string, FileKind>(
  [docx, xlsx, pptx].map((kind) => [`${kind.mediaType}.main+xml`, kind]),
);
const BY_MIMETYPE = new Map<string, FileKind>(
  [odt, ods, odp].map((kind) => [kind.mediaType, kind]),
);

// Microsoft's macros, and OpenDocument's; the lists of libraries that LibreOffice writes are none.
const MACROS =
  /(?:^|\/)vba(?:project\.bin|data\.xml)$|^scripts\/|^basic\/[^/]+\/(?!script-l[bc]\.xml$)[^/]+$/i;

/** The kind of the office file, or why it is not kept. */
export async function officeKind(bytes: ByteSource): Promise<Result<FileKind, Reason>> {
  const entries = await zipEntries(bytes);
  if (!entries.ok) return entries;
  const parts: Parts = new Map(entries.value.map((entry) => [entry.name.toLowerCase(), entry]));
  if ([...parts.keys()].some((name) => MACROS.test(name))) return refused('macros');
  const main = parts.has(CONTENTS)
    ? await microsoftMain(bytes, parts)
    : await openDocumentMain(bytes, parts);
  if (!main.ok) return main;
  const beginning = await textOf(bytes, main.value.part, MAIN_LIMITS);
  if (beginning === null) return refused('broken');
  return declaresEntities(beginning) ? refused('unsafe-archive') : ok(main.value.kind);
}

async function microsoftMain(bytes: ByteSource, parts: Parts): Promise<Result<Main, Reason>> {
  const entry = parts.get(CONTENTS);
  const text = entry && (await textOf(bytes, entry, CONTENTS_LIMITS));
  if (text === undefined || text === null) return refused('broken');
  if (declaresEntities(text)) return refused('unsafe-archive');
  // Its type says that macros are enabled whether there is one or not.
  if (/ms-excel\.sheet\.binary\./i.test(withoutReferences(text))) return refused('binary-workbook');
  if (/macroEnabled|vbaProject/i.test(withoutReferences(text))) return refused('macros');
  const overrides = [...openTags(text)].filter(({ name }) => name === 'Override');
  const found = overrides.flatMap((override): Main[] => {
    const kind = BY_CONTENT_TYPE.get(bareValue(override, 'ContentType') ?? '');
    const name = (bareValue(override, 'PartName') ?? '').replace(/^\//, '').toLowerCase();
    const part = parts.get(name);
    return kind === undefined || part === undefined ? [] : [{ kind, part }];
  });
  const [only] = found;
  return only !== undefined && found.length === 1 ? ok(only) : refused('not-recognised');
}

async function openDocumentMain(bytes: ByteSource, parts: Parts): Promise<Result<Main, Reason>> {
  const entry = parts.get('mimetype');
  const part = parts.get('content.xml');
  if (entry === undefined || part === undefined) return refused('not-recognised');
  const text = await textOf(bytes, entry, MIMETYPE_LIMITS);
  const kind = BY_MIMETYPE.get(text?.trim() ?? '');
  const manifest = parts.get('meta-inf/manifest.xml');
  const listed = manifest && (await textOf(bytes, manifest, CONTENTS_LIMITS));
  if (kind !== undefined && /[:<]encryption-data\b/.test(listed ?? '')) return refused('encrypted');
  return kind === undefined ? refused('not-recognised') : ok({ kind, part });
}

// UTF-16 would hide the words, so its zero bytes are left out.
function declaresEntities(xml: string): boolean {
  return /<!(?:DOCTYPE|ENTITY)/i.test(xml.replaceAll('\0', ''));
}

/** The text of an entry from at most so many of its stored bytes; null where it cannot be read. */
async function textOf(
  bytes: ByteSource,
  entry: ZipEntry,
  { stored: most, unpacked }: Limits,
): Promise<string | null> {
  const start = contentStart(entry, await bytes.read(entry.offset, LOCAL_SIZE));
  if (start === null) return null;
  const stored = await bytes.read(start, Math.min(entry.compressed, most));
  if (entry.method === 0) return stored.toString('latin1');
  try {
    // Only the beginning may be there, so its end is not waited for.
    const finishFlush = constants.Z_SYNC_FLUSH;
    const text = inflateRawSync(stored, { finishFlush, maxOutputLength: unpacked });
    return text.toString('latin1');
  } catch {
    // Named recovery: not deflated data, or far more of it than such a part ever has.
    return null;
  }
}
