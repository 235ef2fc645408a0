// Who finds which statement true: the department, and how many of the reviewers. For those who may see ratings.
import { findCriterion } from '#app/domain/charter/charter.ts';
import { type Ticked, tickedUpTo } from '#app/domain/charter/ticked.ts';
import type { EnteredReview } from '#app/doors/enter-review.ts';
import type { TableModel } from '#reports/chart-model.ts';
import { ratingChoices } from '#words/kit/wording.ts';
import { WHO_TICKED } from '#words/review/review-pages.ts';

type Given = {
  readonly criterion: string;
  readonly rating: number | null;
  readonly statements: Ticked | null;
};

/** A row for each statement; null where the charter asks for none one by one. */
export function whoTicked(
  { charter, submitted }: Pick<EnteredReview, 'charter' | 'submitted'>,
  id: string,
  ratings: readonly Given[],
): TableModel | null {
  const criterion = findCriterion(charter, id);
  if (!charter.cumulative || criterion === undefined) return null;
  const ticksOf = (rating: number | null, statements: Ticked | null | undefined) =>
    statements ?? tickedUpTo(criterion, rating ?? 0);
  const answer = submitted.answerSet.answers.get(id);
  const department = ticksOf(answer?.claimed ?? null, answer?.statements);
  const reviewers = ratings
    .filter((given) => given.criterion === id && given.rating !== null)
    .map(({ rating, statements }) => ticksOf(rating, statements));
  return {
    caption: WHO_TICKED.caption,
    columns: [
      { title: WHO_TICKED.statement, share: 60, align: 'start' },
      { title: WHO_TICKED.department, share: 20, align: 'start' },
      { title: WHO_TICKED.reviewers, share: 20, align: 'start' },
    ],
    rows: ratingChoices(charter, criterion).flatMap(({ rating, label, statements }) =>
      statements.map((text, index) => {
        const isIn = (ticks: Ticked) => (ticks[rating] ?? []).includes(index + 1);
        return [
          `${label}: ${text}`,
          isIn(department) ? WHO_TICKED.ticked : WHO_TICKED.not,
          WHO_TICKED.of(reviewers.filter(isIn).length, reviewers.length),
        ];
      }),
    ),
  };
}
