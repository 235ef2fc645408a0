// What another panel agreed on for the same answer of the same organisation: told to the chair once the discussion is
// open (scoring.md, `scope: organisation`).
import { canonicalJson } from '#app/domain/formats/snapshot.ts';
import type { AssessmentFile } from '#app/domain/formats/assessment-file.ts';
import { readDecisionRecord } from '#app/domain/formats/decision-record.ts';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { EnteredReview } from '#app/doors/enter-review.ts';
import type { Services } from '#app/services.server.ts';
import { listDecisionsOfOrganisation } from '#db/repositories/review/decisions.ts';
import { contentIn } from '#app/doors/kept-record.ts';
import { recordedStatements } from '#words/review/agreed-statements.ts';
import type { StatementsShown } from '#words/kit/statement-words.ts';
import { ratedText } from '#words/review/rated-text.ts';

export type DecidedBefore = {
  readonly department: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly rating: string;
  /** Those that it found true; null = none are recorded. */
  readonly statements: StatementsShown | null;
  readonly reason: string;
};

/** The newest such decision on another department; null = none, or the criterion is not the organisation’s. */
export async function decidedBefore(
  { engine }: Pick<Services, 'engine'>,
  { charter, review, submission }: EnteredReview,
  criterion: string,
): Promise<DecidedBefore | null> {
  if (findCriterion(charter, criterion)?.scope !== 'organisation') return null;
  const { content } = contentIn(submission);
  const here = fingerprint(content, criterion);
  const all = await listDecisionsOfOrganisation(engine.db, review.organisationId);
  for (const row of all.filter(({ assessmentId }) => assessmentId !== review.assessmentId)) {
    const read = readDecisionRecord(row.record);
    if (!read.ok || read.value.charter !== content.charter) continue;
    const agreed = read.value.criteria.find((one) => one.criterion === criterion);
    if (agreed === undefined || fingerprint(read.value.content, criterion) !== here) continue;
    const { consensus: rating, reason } = agreed;
    return {
      department: read.value.department,
      day: londonDay(row.decidedAt),
      rating: ratedText(charter, { rating, notApplicable: rating === null }) ?? '',
      statements: recordedStatements(charter, agreed),
      reason,
    };
  }
  return null;
}

/** The same for the same answer and evidence, whatever a department adds. */
function fingerprint({ answers }: Pick<AssessmentFile, 'answers'>, criterion: string): string {
  const { note: _, ...answer } = answers?.[criterion] ?? {};
  return canonicalJson(answer);
}
