// Every rating of one reviewer on one page, before they are sealed.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { isComplete } from '#app/domain/review/rating-given.ts';
import { applyingCriteria } from '#app/domain/scoring/applying.ts';
import { agreedStatements } from '#words/review/agreed-statements.ts';
import type { StatementsShown } from '#words/kit/statement-words.ts';
import type { Services } from '#app/services.server.ts';
import { enterReview, type ReviewAccessProblem } from '#app/doors/enter-review.ts';
import { listRatingsBy } from '#db/repositories/review/rating-rows.ts';
import { ratedText } from '#words/review/rated-text.ts';
import { claimText } from './review-page.ts';

export type SealPage = {
  readonly id: string;
  readonly department: string;
  readonly organisation: string;
  /** Criteria without a rating or without a reason. */
  readonly open: number;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly criteria: readonly {
      readonly id: string;
      readonly title: string;
      readonly claimed: string;
      /** null = not rated. */
      readonly rating: string | null;
      /** What is ticked for it; null = the charter asks for no statements one by one. */
      readonly statements: StatementsShown | null;
      readonly reason: string;
    }[];
  }[];
};

/** The page, for someone who may still rate. */
export async function sealPage(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<SealPage, ReviewAccessProblem>> {
  const entered = await enterReview(services, actor, { id, act: 'seal' });
  if (!entered.ok) return entered;
  const { charter, department, organisation, submitted } = entered.value;
  const rows = await listRatingsBy(services.engine.db, { reviewId: id, userId: actor.id });
  const mine = new Map(rows.map((row) => [row.criterion, row]));
  const asked = applyingCriteria(charter, submitted.answerSet);
  const open = asked.filter((criterion) => {
    const row = mine.get(criterion.id);
    return row === undefined || !isComplete(row);
  });
  return ok({
    id,
    department,
    organisation,
    open: open.length,
    sections: charter.sections.map((section) => ({
      id: section.id,
      title: section.title,
      criteria: section.criteria
        .filter((each) => asked.includes(each))
        .map((criterion) => {
          const row = mine.get(criterion.id);
          return {
            id: criterion.id,
            title: criterion.title,
            claimed: claimText(entered.value, criterion.id),
            rating: row === undefined ? null : ratedText(entered.value.charter, row),
            statements: row === undefined ? null : agreedStatements(charter, row),
            reason: row?.reason ?? '',
          };
        }),
    })),
  });
}
