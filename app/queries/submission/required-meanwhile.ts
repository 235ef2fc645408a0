// What the panel requires while its revisions are under way, and what was done about it since.
import { readDecisionRecord } from '#app/domain/formats/decision-record.ts';
import { readSnapshot } from '#app/domain/formats/snapshot.ts';
import { requirementsIn } from '#app/domain/review/requirements.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import type { Among } from '#db/repositories/within-scope.ts';
import { listRevisions, loadRevision } from '#db/repositories/review/decisions.ts';
import { loadNames } from '#db/repositories/people/names.ts';
import { listNotesOn, type RequirementNoteRow } from '#db/repositories/review/requirement-notes.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';
import { criterionName } from '#words/kit/wording.ts';
import { changeSince, isUnchanged } from '#app/queries/assessment/changes-since.ts';

type Given = Pick<Services, 'engine'>;

export type Revisions = {
  readonly dueOn: string;
  /** Ids of the criteria with a requirement. */
  readonly criteria: readonly string[];
  /** The decision that requires it, and when it was made. */
  readonly decision: { readonly id: string; readonly at: string };
};

/** By when which criteria are to be revised; null where no revision is asked for, or it is submitted. */
export async function revisionsOf(
  services: Given,
  { id }: Pick<AssessmentView, 'id'>,
): Promise<Revisions | null> {
  return (await revisionsAmong(services, id)).get(id) ?? null;
}

/** The same for several assessments, by their ids; none where no revision is under way. */
export async function revisionsAmong(
  { engine }: Given,
  which: Among,
): Promise<ReadonlyMap<string, Revisions>> {
  return new Map(
    (await listRevisions(engine.db, which)).map(({ decision, dueOn }) => {
      const record = readDecisionRecord(decision.record);
      // Of an altered decision the day is known; the pages of the requirements say that it is altered.
      const required = record.ok ? requirementsIn(record.value) : [];
      const { id, assessmentId, decidedAt: at } = decision;
      const criteria = required.map((one) => one.criterion);
      return [assessmentId, { dueOn, criteria, decision: { id, at } }];
    }),
  );
}

/**
 * Each requirement with what changed since the submission that was decided, and the department's note; null
 * where the decision or that submission is altered, so that it cannot be read.
 */
export async function requirementsPage({ engine }: Given, view: AssessmentView) {
  const revision = await loadRevision(engine.db, view.id);
  if (revision === null) return [];
  const { decision } = revision;
  const record = readDecisionRecord(decision.record);
  const rows = await listSubmissions(engine.db, view.id);
  const decided = rows.find(({ id }) => id === decision.submissionId);
  const before = decided === undefined ? null : readSnapshot(decided.snapshot);
  if (!record.ok || before?.ok === false) return null;
  const notes = await listNotesOn(engine.db, decision.id);
  const names = await loadNames(
    engine.db,
    notes.map(({ updatedBy }) => updatedBy),
  );
  return requirementsIn(record.value).map((required) => {
    const { criterion: id, requirement } = required;
    const change = before === null ? null : changeSince(view, before.value, id);
    const note = shownNote(
      notes.find(({ criterion }) => criterion === id),
      names,
    );
    return {
      id,
      name: criterionName(view.charter, id),
      requirement,
      change,
      note,
      /** Whether anything was changed or noted. */
      met: note.text !== '' || (change !== null && !isUnchanged(change)),
    };
  });
}

function shownNote(note: RequirementNoteRow | undefined, names: ReadonlyMap<string, string>) {
  if (note === undefined) return { text: '', version: 0, by: null, at: null };
  return {
    text: note.note,
    version: note.version,
    by: names.get(note.updatedBy) ?? null,
    at: note.updatedAt,
  };
}

export type ShownRequirement = NonNullable<Awaited<ReturnType<typeof requirementsPage>>>[number];
