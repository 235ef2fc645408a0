// The demo's evidence as real files: a short PDF, a table as CSV, or a plain text.
import type { DocumentModel } from '#reports/model.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import type { DemoEvidence } from './content.ts';

/** The media type of each kind. */
export const evidenceMediaType = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  txt: 'text/plain',
} as const satisfies Record<DemoEvidence['kind'], string>;

const NOTICE = 'Invented for the demonstration of this service.';

/** The bytes of one file; the same each time. */
export async function evidenceBytes(content: DemoEvidence): Promise<Uint8Array> {
  switch (content.kind) {
    case 'pdf':
      return renderPdf(documentOf(content), { createdAt: new Date('2026-11-02T00:00:00Z') });
    case 'csv':
      return Buffer.from(`${content.rows.map(csvRow).join('\r\n')}\r\n`);
    case 'txt':
      return Buffer.from(`${content.title}\n\n${content.paragraphs.join('\n\n')}\n`);
    default:
      return content satisfies never;
  }
}

function documentOf({ title, paragraphs }: Extract<DemoEvidence, { kind: 'pdf' }>): DocumentModel {
  return {
    title,
    subject: title,
    language: 'en-GB',
    runningTitle: title,
    audience: 'Evidence of a department.',
    notice: NOTICE,
    cover: {
      title,
      organisation: 'Evidence',
      department: null,
      charter: 'Attached to a self-assessment',
      facts: [],
      audience: 'For the self-assessment team.',
      notice: NOTICE,
    },
    blocks: [
      { kind: 'heading', level: 2, text: title },
      ...paragraphs.map((text) => ({ kind: 'paragraph', style: 'body', text }) as const),
    ],
  };
}

function csvRow(cells: readonly (string | number)[]): string {
  return cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',');
}
