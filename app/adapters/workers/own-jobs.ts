// What threads do for us: our own documents and long computations, from values that we made ourselves.
import { type CheapestPath, cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import type { WayQuestion } from '#app/ports.ts';
import type { DocumentModel } from '#reports/model.ts';
import { renderPdf as drawPdf } from '#reports/pdf/render.ts';

export { writeDraft } from '#app/adapters/office/docx-write.ts';
export { writeXlsx } from '#app/adapters/office/xlsx-write.ts';
export { scoreTrial } from '#app/domain/review/trial-score.ts';

/** The document as PDF; `createdAt` is the date that it carries. */
export function renderPdf({
  model,
  createdAt,
}: {
  readonly model: DocumentModel;
  readonly createdAt: Date;
}): Promise<Uint8Array> {
  return drawPdf(model, { createdAt });
}

/** The cheapest way, however long it takes within its number of steps. */
export function findWay({ charter, answerSet, pins, ...asked }: WayQuestion): CheapestPath {
  return cheapestPath(charter, answerSet, { ...asked, pins: new Set(pins) });
}
