// While the panel's revisions are under way, the department notes what it did about a requirement.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { readDecisionRecord } from '#app/domain/formats/decision-record.ts';
import {
  checkRequirementNote,
  type RequirementNoteRefused,
} from '#app/domain/review/requirements.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { loadRevision } from '#db/repositories/review/decisions.ts';
import { saveNote } from '#db/repositories/review/requirement-notes.ts';
import { Conflict } from '#db/store.ts';
import type { AlteredProblem } from '#app/doors/check-record.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';

export type NoteCommand = {
  readonly assessmentId: string;
  readonly criterion: string;
  readonly note: string;
  /** The version of the note that was read; 0 = there was none. */
  readonly readVersion: number;
};

export type NoteProblem =
  | AccessProblem
  | AlteredProblem
  | RequirementNoteRefused
  | { readonly code: 'note-changed' };

/** The note from now on; '' takes it away. */
export async function noteRequirement(
  services: Services,
  actor: Actor,
  { assessmentId: id, criterion, note: typed, readVersion }: NoteCommand,
): Promise<Result<{ version: number }, NoteProblem>> {
  const { engine, clock, newId } = services;
  const opened = await openAssessment(services, actor, { id, act: 'answer' });
  if (!opened.ok) return opened;
  const revision = await loadRevision(engine.db, id);
  if (revision === null) return refused({ code: 'not-found' });
  const record = readDecisionRecord(revision.decision.record);
  if (!record.ok) return refused({ code: 'altered' });
  const note = checkRequirementNote(record.value, { criterion, note: typed });
  if (!note.ok) return note;
  const at = clock().toISOString();
  const row = {
    id: newId(),
    assessmentId: id,
    decisionId: revision.decision.id,
    criterion,
    note: note.value,
    version: readVersion,
    updatedAt: at,
    updatedBy: actor.id,
  };
  try {
    await engine.commit([
      saveNote(row, readVersion),
      audit({
        at,
        actor: actor.id,
        event: 'requirement-noted',
        organisation: opened.value.assessment.organisationId,
        subject: id,
        details: { criterion, decision: revision.decision.id },
      }),
    ]);
    return ok({ version: readVersion + 1 });
  } catch (error) {
    // Named recovery: somebody else saved the note since it was read.
    if (!(error instanceof Conflict)) throw error;
    return refused({ code: 'note-changed' });
  }
}
