// An evidence file as an answer: always a download, never a page. The type is the one kept when its
// content was looked at.
import type { EvidenceFile } from '#app/queries/evidence-file.ts';

/** The file as an attachment that no browser draws and no cache keeps. */
export function evidenceDownload({ name, mediaType, size, content }: EvidenceFile): Response {
  return new Response(content, {
    headers: {
      'Content-Type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
      'Content-Length': String(size),
      'Content-Disposition': attachmentNamed(name),
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}

/**
 * The Content-Disposition of a download (RFC 6266): the name in ASCII for old programs, and the whole
 * name as RFC 5987 writes it.
 */
export function attachmentNamed(name: string): string {
  const whole = name.toWellFormed();
  const ascii = whole.replaceAll(/[^\x20-\x7E]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(whole).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
