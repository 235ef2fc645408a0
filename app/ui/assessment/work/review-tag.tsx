// How the review of an answer stands, as a tag; nothing while it is being written.
import type { ReviewState } from '#app/domain/assessment/criterion-review.ts';
import { ANSWER_REVIEW } from '#words/assessment/work-plan-words.ts';

const COLOUR: Readonly<Record<ReviewState, string>> = {
  'in-review': 'purple',
  agreed: 'green',
  'sent-back': 'orange',
};

export function ReviewTag({ review }: { readonly review: ReviewState | null }) {
  return review === null ? null : (
    <strong className={`nhsuk-tag nhsuk-tag--${COLOUR[review]}`}>{ANSWER_REVIEW[review]}</strong>
  );
}
