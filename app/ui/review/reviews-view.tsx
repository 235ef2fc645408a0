// The reviews of a member of panels, with what is to be done in each.
import { TO_DO } from '#words/review/review-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { ReviewsPage } from '#app/queries/review/reviews-page.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { PageLinks } from '#app/ui/kit/page-links.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { dayAndTime } from '#words/kit/time.ts';
import { hoursText, REVIEW_PURPOSE } from '#words/review/review-words.ts';

type Props = {
  readonly page: ReviewsPage & { readonly isStart: boolean; readonly done: string | null };
};

export function ReviewsView({ page }: Props) {
  return (
    <>
      <PageTitle title="Your reviews" />
      {page.isStart ? null : <BackLink to="/">Start page</BackLink>}
      <Column>
        <Done what={page.done} />
        <h1 className="nhsuk-heading-l">Your reviews</h1>
        <p>
          Submissions that are before your panels. Those in which you have a conflict of interest
          are not shown.
        </p>
        {page.reviews.length === 0 ? <p>Nothing is before your panels at the moment.</p> : null}
        {page.reviews.map((review) => (
          <section className="app-evidence" key={review.id}>
            <h2 className="nhsuk-heading-m nhsuk-u-margin-bottom-2">
              <a href={addressOf('/reviews/:review', { review: review.id })}>
                {review.department}
                <span className="nhsuk-u-visually-hidden">, {review.organisation}</span>
              </a>
            </h2>
            <p className="nhsuk-u-margin-bottom-2">
              {review.organisation}, submission {review.number}
              {REVIEW_PURPOSE[review.purpose]}
            </p>
            <p className="nhsuk-u-margin-bottom-0">{todoText(review)}</p>
          </section>
        ))}
        <PageLinks
          path={addressOf('/reviews')}
          page={page.page}
          pages={page.pages}
          previous="Previous page"
          next="Next page"
        />
        <p>
          <a href={addressOf('/employment')}>Where you work and have worked</a>, so that conflicts
          of interest are found.
        </p>
        <p>
          <a href={addressOf('/calendar')}>Your dates in your calendar, and reminders</a>
        </p>
      </Column>
    </>
  );
}

function todoText(review: ReviewsPage['reviews'][number]): string {
  const { standing, phase, rated, criteria, minutes, ratingsDueAt } = review;
  if (standing.kind === 'to-declare') return TO_DO.declare;
  if (phase === 'closed') return TO_DO.decided;
  if (phase === 'discussion') return TO_DO.discussion;
  if (standing.kind !== 'cleared' || standing.seat === 'observer') return TO_DO.observe;
  if (standing.sealed) return TO_DO.sealed;
  const due = ratingsDueAt === null ? '' : TO_DO.due(dayAndTime(ratingsDueAt));
  return `${TO_DO.rated(rated, criteria, hoursText(minutes))}${due}`;
}
