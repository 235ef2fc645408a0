// A file made on the spot as an answer: always a download, kept by no cache.
import { FILE_KINDS } from '#app/domain/evidence/file-kinds.ts';

const TYPES = {
  xlsx: FILE_KINDS.xlsx.mediaType,
  docx: FILE_KINDS.docx.mediaType,
  ics: 'text/calendar; charset=utf-8',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8; header=present',
} as const;

/** The bytes as an attachment; the name is safe already (download-name.ts). */
export function fileDownload(
  content: Uint8Array | string,
  kind: keyof typeof TYPES,
  name: string,
): Response {
  const bytes = Buffer.from(content);
  return new Response(bytes, {
    headers: {
      'Content-Type': TYPES[kind],
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
