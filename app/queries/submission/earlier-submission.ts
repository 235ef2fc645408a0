// What changed for a criterion since the submission that the panel asked to revise, and what it asked for.
import { type AssessmentFile, assessmentOf } from '#app/domain/formats/assessment-file.ts';
import { contentIn, recordIn } from '#app/doors/kept-record.ts';
import type { Services } from '#app/services.server.ts';
import type { EnteredReview } from '#app/doors/enter-review.ts';
import { listDecisionsOn } from '#db/repositories/review/decisions.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';
import { type Change, wordChanges } from '#app/queries/kit/word-changes.ts';
import { ratingText } from '#words/kit/wording.ts';

export type EarlierAnswer = {
  readonly number: number;
  /** What the panel asked for then; '' = nothing. */
  readonly requirement: string;
  readonly claimedBefore: string;
  readonly claimedNow: string;
  readonly changes: readonly Change[];
};

/** The answer of the submission decided before; null where there is none. */
export async function earlierAnswer(
  { engine }: Pick<Services, 'engine'>,
  entered: EnteredReview,
  criterion: string,
): Promise<EarlierAnswer | null> {
  const { review, submission } = entered;
  if (review.purpose !== 'resubmission') return null;
  const all = await listDecisionsOn(engine.db, review.assessmentId);
  const before = all.find(({ decision }) => decision.submissionId !== submission.id)?.decision;
  const rows = await listSubmissions(engine.db, review.assessmentId);
  const row = rows.find(({ id }) => id === before?.submissionId);
  if (before === undefined || row === undefined) return null;
  const asked = recordIn(before).criteria.find((one) => one.criterion === criterion);
  return {
    number: row.number,
    requirement: asked?.requirement ?? '',
    ...changed(entered, { before: contentIn(row).content, criterion }),
  };
}

type Before = { readonly before: AssessmentFile; readonly criterion: string };

function changed({ charter, submitted }: EnteredReview, { before, criterion }: Before) {
  const { answerSet } = assessmentOf(before);
  const then = answerSet.answers.get(criterion) ?? NOTHING;
  const now = submitted.answerSet.answers.get(criterion) ?? NOTHING;
  return {
    claimedBefore: ratingText(charter, then.claimed),
    claimedNow: ratingText(charter, now.claimed),
    changes: wordChanges(then.narrative, now.narrative),
  };
}

const NOTHING = { claimed: null, narrative: '' };
