// Saves what a department says about one criterion. Two people at one text: the second is refused
// with both versions, and nothing is overwritten silently.
import { findCriterion, highestRating } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import {
  type AnswerRow,
  loadAssessment,
  saveAnswer,
  touchAssessment,
} from '#db/repositories/assessments.ts';
import { audit } from '#db/repositories/audit.ts';
import { Conflict } from '#db/store.ts';

export type AnswerCommand = {
  readonly assessmentId: string;
  readonly criterion: string;
  readonly claimed: number | null;
  readonly notApplicable: string | null;
  readonly narrative: string;
  /** The version that was on the page; 0 = no answer yet. */
  readonly readVersion: number;
};

export type AnswerProblem =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'rating-off-scale'; readonly highest: number }
  | { readonly code: 'never-not-applicable' }
  | { readonly code: 'changed-meanwhile'; readonly saved: AnswerRow | null };

type Loaded = NonNullable<Awaited<ReturnType<typeof loadAssessment>>>;

/** The new version of the answer, or why it was not saved. */
export async function answerCriterion(
  services: Services,
  actor: Actor,
  command: AnswerCommand,
): Promise<Result<{ version: number }, AnswerProblem>> {
  const { engine, clock, newId } = services;
  const loaded = await loadAssessment(engine.db, visibleAssessments(actor), command.assessmentId);
  if (loaded === null) return refused({ code: 'not-found' });
  const problem = problemWith(services, actor, { loaded, command });
  if (problem !== null) return refused(problem);
  const saved = savedAnswer(loaded, command.criterion);
  if (saved !== null && sameAnswer(saved, command)) return ok({ version: saved.version });
  const { assessment } = loaded;
  const at = clock().toISOString();
  try {
    await engine.commit([
      saveAnswer(
        answerRow(command, { id: saved?.id ?? newId(), at, by: actor.id }),
        command.readVersion,
      ),
      touchAssessment(assessment.id, at),
      audit({
        at,
        actor: actor.id,
        event: 'criterion-answered',
        organisation: assessment.organisationId,
        subject: assessment.id,
        details: { criterion: command.criterion, rating: command.claimed },
      }),
    ]);
    return ok({ version: command.readVersion + 1 });
  } catch (error) {
    // Named recovery: someone saved in between; both texts go back to the person.
    if (!(error instanceof Conflict)) throw error;
    const now = await loadAssessment(engine.db, visibleAssessments(actor), assessment.id);
    return refused({
      code: 'changed-meanwhile',
      saved: now && savedAnswer(now, command.criterion),
    });
  }
}

function problemWith(
  { library }: Services,
  actor: Actor,
  { loaded, command }: { readonly loaded: Loaded; readonly command: AnswerCommand },
): AnswerProblem | null {
  const { assessment } = loaded;
  const place = { organisation: assessment.organisationId, department: assessment.departmentId };
  if (!mayWithAssessment(actor, 'answer', place)) return { code: 'not-allowed' };
  const charter = library.versions.get(assessment.charter)?.charter;
  const criterion = charter && findCriterion(charter, command.criterion);
  if (!charter || !criterion) return { code: 'not-found' };
  const highest = highestRating(charter);
  if ((command.claimed ?? 0) > highest) return { code: 'rating-off-scale', highest };
  return command.notApplicable !== null && criterion.notApplicable === null
    ? { code: 'never-not-applicable' }
    : null;
}

function savedAnswer(loaded: Loaded, criterion: string): AnswerRow | null {
  return loaded.answers.find((row) => row.criterion === criterion) ?? null;
}

function sameAnswer(saved: AnswerRow, command: AnswerCommand): boolean {
  return (
    saved.claimed === command.claimed &&
    saved.notApplicable === command.notApplicable &&
    saved.narrative === command.narrative
  );
}

function answerRow(
  command: AnswerCommand,
  by: { readonly id: string; readonly at: string; readonly by: string },
): AnswerRow {
  return {
    id: by.id,
    assessmentId: command.assessmentId,
    criterion: command.criterion,
    claimed: command.claimed,
    notApplicable: command.notApplicable,
    narrative: command.narrative,
    version: command.readVersion,
    updatedAt: by.at,
    updatedBy: by.by,
  };
}
