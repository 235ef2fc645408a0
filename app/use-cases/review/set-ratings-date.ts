// An administrator sets or moves the date for the ratings of a review, and says why; every member who takes
// part hears of it in the same words, whether they have sealed or not.
import { addressOf } from '#app/addresses.ts';
import { type ToConfirm, unconfirmed } from '#app/domain/confirmation.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { checkRatingsDate, type NotMoved } from '#app/domain/review/ratings-date.ts';
import { takesPart } from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { loadReview, updateReview } from '#db/repositories/review/review-rows.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { membersOf } from '#app/doors/enter-review.ts';
import { ratingsDateWords } from '#words/review/review-letters.ts';
import { lettersInReview } from './review-letters.ts';

export type RatingsDateCommand = {
  readonly panelId: string;
  readonly reviewId: string;
  /** An instant, ISO 8601 UTC. */
  readonly ratingsDueAt: string;
  readonly reason: string;
  /** What came with the confirmation of what was shown; '' = nothing is confirmed. */
  readonly confirmed: string;
};

export type RatingsDateProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | NotMoved
  | ToConfirm;

/** The review with its new date. */
export async function setRatingsDate(
  services: Pick<Services, 'engine' | 'clock' | 'newId' | 'config'>,
  actor: Actor,
  { panelId, reviewId, ratingsDueAt, reason: typed, confirmed }: RatingsDateCommand,
): Promise<Result<{ id: string }, RatingsDateProblem>> {
  const { engine, clock, newId, config } = services;
  if (!mayAdminister(actor, 'set-ratings-date')) return refused({ code: 'not-allowed' });
  return decideAgainOnConflict(async () => {
    const loaded = await loadReview(engine.db, reviewId);
    if (loaded === null || loaded.review.panelId !== panelId) return refused({ code: 'not-found' });
    const { review } = loaded;
    const at = clock().toISOString();
    const moved = checkRatingsDate(review, { to: ratingsDueAt, reason: typed, now: at });
    if (!moved.ok) return moved;
    const { reason, isSooner } = moved.value;
    const members = (await membersOf(engine.db, loaded)).filter(({ standing }) =>
      takesPart(standing),
    );
    const asked = unconfirmed({
      confirmed,
      affects: [ratingsDueAt, review.ratingsDueAt ?? '', ...members.map(({ userId }) => userId)],
      twice: isSooner,
    });
    if (asked !== null) return asked;
    const url = `${config.origin}${addressOf('/reviews/:review', { review: reviewId })}`;
    const dates = { before: review.ratingsDueAt, after: ratingsDueAt };
    await engine.commit([
      updateReview(review, { ratingsDueAt }),
      ...lettersInReview(services, members, {
        key: `ratings date ${reviewId} ${newId()}`,
        ...ratingsDateWords({ ...dates, reason, url }),
      }),
      audit({
        at,
        actor: actor.id,
        event: 'ratings-date-set',
        organisation: review.organisationId,
        subject: reviewId,
        details: dates,
      }),
    ]);
    return ok({ id: reviewId });
  });
}
