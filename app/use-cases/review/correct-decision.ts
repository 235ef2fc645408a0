// An administrator opens a decided review again where its record is wrong. The record stays; the chair
// records another that supersedes it. Not once an award of it is in the register: withdraw that first.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { checkReopening, type NotReopened } from '#app/domain/review/review-opening.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { loadAwardOf } from '#db/repositories/award/award-rows.ts';
import { loadDecisionOf } from '#db/repositories/review/decisions.ts';
import { loadReview, updateReview } from '#db/repositories/review/review-rows.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';

export type CorrectProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | NotReopened;

/** The review, in discussion again. */
export async function reopenReview(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
  { reviewId }: { readonly reviewId: string },
): Promise<Result<{ id: string }, CorrectProblem>> {
  if (!mayAdminister(actor, 'reopen-reviews')) return refused({ code: 'not-allowed' });
  return decideAgainOnConflict(async () => {
    const found = await loadReview(engine.db, reviewId);
    if (found === null) return refused({ code: 'not-found' });
    const recorded = await loadDecisionOf(engine.db, reviewId);
    const award = recorded === null ? null : await loadAwardOf(engine.db, recorded.id);
    const { closedAt } = found.review;
    const decision = checkReopening({ closedAt, decision: recorded, award });
    if (!decision.ok) return decision;
    await engine.commit([
      updateReview(found.review, { closedAt: null }),
      audit({
        at: clock().toISOString(),
        actor: actor.id,
        event: 'review-reopened',
        organisation: found.review.organisationId,
        subject: reviewId,
        details: { decision: decision.value.id },
      }),
    ]);
    return ok({ id: reviewId });
  });
}
