// A reviewer seals their ratings: final from here on, with their fingerprint (triggers refuse changes).
import { createHash } from 'node:crypto';
import { canonicalJson } from '#app/domain/formats/snapshot.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { type NotAllRated, sealOf } from '#app/domain/review/seal.ts';
import { applyingCriteria } from '#app/domain/scoring/applying.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { listRatingsBy } from '#db/repositories/review/rating-rows.ts';
import { insertSeal, updateReview } from '#db/repositories/review/review-rows.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import {
  type EnteredReview,
  enterReview,
  membersOf,
  type ReviewAccessProblem,
} from '#app/doors/enter-review.ts';
import { allSealedLetter } from './review-letters.ts';

export type SealProblem = ReviewAccessProblem | NotAllRated;

/** The review whose ratings are sealed. */
export async function sealRatings(
  services: Services,
  actor: Actor,
  { reviewId }: { readonly reviewId: string },
): Promise<Result<{ id: string }, SealProblem>> {
  const { engine, clock, newId } = services;
  return decideAgainOnConflict(async () => {
    const entered = await enterReview(services, actor, { id: reviewId, act: 'seal' });
    if (!entered.ok) return entered;
    const { charter, review, submitted } = entered.value;
    const asked = applyingCriteria(charter, submitted.answerSet);
    const sealed = sealOf(asked, await listRatingsBy(engine.db, { reviewId, userId: actor.id }));
    if (!sealed.ok) return sealed;
    const at = clock().toISOString();
    const sha256 = createHash('sha256').update(canonicalJson(sealed.value)).digest('hex');
    await engine.commit([
      updateReview(review, {}),
      insertSeal({ id: newId(), reviewId, userId: actor.id, sha256, sealedAt: at }),
      ...(await lettersOf(services, actor, entered.value)),
      audit({
        at,
        actor: actor.id,
        event: 'ratings-sealed',
        organisation: review.organisationId,
        subject: reviewId,
        details: { sha256 },
      }),
    ]);
    return ok({ id: reviewId });
  });
}

/** To the chair, where this seal is the last that was waited for. */
async function lettersOf(
  services: Services,
  actor: Actor,
  entered: EnteredReview,
): Promise<readonly Write[]> {
  const members = (await membersOf(services.engine.db, entered)).map((one) =>
    one.userId === actor.id && one.standing.kind === 'cleared'
      ? { ...one, standing: { ...one.standing, sealed: true } }
      : one,
  );
  const { review, department } = entered;
  return allSealedLetter(services, { reviewId: review.id, department, members });
}
