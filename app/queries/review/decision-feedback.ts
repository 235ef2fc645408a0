// The panel's feedback on the newest decision, as it was given out.
import type { Services } from '#app/services.server.ts';
import { loadDecisionDocument } from '#db/repositories/review/decision-documents.ts';
import { listDecisionsOn } from '#db/repositories/review/decisions.ts';
import type { EvidenceFile } from '#app/queries/evidence/open-evidence-file.ts';

/** The document for a download; null where there is none. */
export async function decisionFeedback(
  { engine, files }: Pick<Services, 'engine' | 'files'>,
  assessmentId: string,
): Promise<EvidenceFile | null> {
  const [newest] = await listDecisionsOn(engine.db, assessmentId);
  if (newest === undefined) return null;
  const decisionId = newest.decision.id;
  const row = await loadDecisionDocument(engine.db, { decisionId, kind: 'feedback' });
  const content = row && (await files.read(row));
  if (!row || !content?.ok) return null;
  const { name, mediaType, size } = row;
  return { name, mediaType, size, content: content.value };
}
