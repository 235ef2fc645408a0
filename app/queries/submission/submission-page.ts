// The receipt of a submission, and the submissions before it.
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { type AlteredProblem, isRecordWhole } from '#app/doors/check-record.ts';
import { type CountsProblem, seeCounts } from '#app/doors/see-counts.ts';
import { deadlineOf } from '#app/queries/assessment/deadline.ts';
import type { Services } from '#app/services.server.ts';
import { listOnDesk } from '#db/repositories/administration/desk-rows.ts';
import { loadNames } from '#db/repositories/people/names.ts';
import { listReviewsOfAssessment } from '#db/repositories/review/review-rows.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';
import { marksIn } from './trail-marks.ts';
import { submissionStage } from './submission-stage.ts';

/** Every submission, newest first, and whether the newest may be withdrawn now. */
export async function submissionPage(services: Services, actor: Actor, view: AssessmentView) {
  const { engine } = services;
  const rows = await listSubmissions(engine.db, view.id);
  const people = rows.flatMap((row) =>
    [row.submittedBy, row.withdrawnBy].filter((id) => id !== null),
  );
  const names = await loadNames(engine.db, people);
  const marks = await marksIn(services, { assessmentId: view.id, of: 'submission' });
  const [latest] = rows;
  const holds = latest !== undefined && latest.withdrawnAt === null;
  const today = londonDay(services.clock().toISOString());
  const stages = new Map(
    (await listOnDesk(engine.db, { assessmentId: view.id })).map((one) => [
      one.id,
      submissionStage(one, today),
    ]),
  );
  const reviews = await listReviewsOfAssessment(engine.db, view.id);
  return {
    id: view.id,
    department: view.label,
    organisation: view.organisation,
    submissions: rows.map((row) => ({
      number: row.number,
      stage: stages.get(row.id) ?? null,
      sha256: row.sha256,
      trail: marks.get(row.id) ?? null,
      submittedAt: row.submittedAt,
      submittedBy: names.get(row.submittedBy) ?? null,
      withdrawnAt: row.withdrawnAt,
      withdrawnBy: row.withdrawnBy === null ? null : (names.get(row.withdrawnBy) ?? null),
      reason: row.withdrawnReason,
    })),
    round:
      latest === undefined
        ? null
        : await deadlineOf(services, { id: view.id, roundId: latest.roundId }),
    mayWithdraw:
      holds &&
      reviews.every(({ submissionId }) => submissionId !== latest.id) &&
      mayWithAssessment(actor, 'withdraw', view.place),
  };
}

export type SubmissionPage = Awaited<ReturnType<typeof submissionPage>>;

/** The snapshot of one submission, for those who enter counts: it holds them. */
export async function submittedSnapshot(
  services: Services,
  actor: Actor,
  { view, number }: { readonly view: AssessmentView; readonly number: number },
): Promise<Result<string, CountsProblem | AlteredProblem | { readonly code: 'not-found' }>> {
  const seen = await seeCounts(services, actor, view);
  if (!seen.ok) return seen;
  if (!(await isRecordWhole(services, view.id))) return refused({ code: 'altered' });
  const rows = await listSubmissions(services.engine.db, view.id);
  const found = rows.find((row) => row.number === number);
  return found === undefined ? refused({ code: 'not-found' }) : ok(found.snapshot);
}
