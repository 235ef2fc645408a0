// What somebody has typed in a form and not given, for the form to begin with.
import { type FormDraft, keptTexts } from '#app/domain/policy/form-draft.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { loadFormDraft } from '#db/repositories/assessment/form-drafts.ts';

type Asked = { readonly assessmentId: string; readonly place: string };

/** The draft of this person; one of version 0 where there is none. */
export async function formDraft(
  { engine }: Pick<Services, 'engine'>,
  { id: userId }: Actor,
  { assessmentId, place }: Asked,
): Promise<FormDraft> {
  const row = await loadFormDraft(engine.db, { userId, assessmentId, place });
  const texts = row === null ? [] : keptTexts(JSON.parse(row.texts));
  return {
    assessmentId,
    place,
    version: row?.version ?? 0,
    at: row?.updatedAt ?? null,
    typed: Object.fromEntries(texts.toReversed()),
    all: texts,
  };
}
