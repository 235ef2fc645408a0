// An evidence file as an answer: always a download, never a page. The type is the one kept when its
// content was looked at.
import { EVIDENCE_FILE } from '#words/evidence/evidence-pages.ts';
import type { FileErased, FileHeld, ReadProblem } from '#app/ports.ts';
import type { EvidenceFile } from '#app/queries/evidence/open-evidence-file.ts';
import type { Services } from '#app/services.server.ts';

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

const UNREADABLE = EVIDENCE_FILE.notReadable;

/** Why there is no file to download: erased for good, held back by its virus scan, or not to be read from the disk, which is logged. */
export function evidenceUnreadable(
  { log }: Pick<Services, 'log'>,
  evidence: string,
  problem: ReadProblem | FileErased | FileHeld,
): Response {
  if (problem.code === 'file-erased') {
    return plainText(410, EVIDENCE_FILE.erased(problem.text));
  }
  if (problem.code === 'file-held') {
    const answer = plainText(problem.hold === 'infected' ? 403 : 503, `${problem.text}.`);
    if (problem.hold === 'being-checked') answer.headers.set('Retry-After', '60');
    return answer;
  }
  log('evidence-unreadable', { evidence, reason: problem.code });
  return plainText(503, UNREADABLE);
}

function plainText(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
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
