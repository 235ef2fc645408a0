// A reviewer seals their ratings: final from here on, with their fingerprint (triggers refuse changes).
import { createHash } from 'node:crypto';
import { canonicalJson } from '#app/domain/formats/snapshot.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { isComplete } from '#app/domain/review/rating-given.ts';
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

export type SealProblem =
  | ReviewAccessProblem
  /** Criteria without a rating or without a reason. */
  | { readonly code: 'not-all-rated'; readonly criteria: readonly string[] };

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
    const { charter, review } = entered.value;
    const rows = await listRatingsBy(engine.db, { reviewId, userId: actor.id });
    const given = new Map(rows.map((row) => [row.criterion, row]));
    const missing = allCriteria(charter).filter(({ id }) => {
      const row = given.get(id);
      return row === undefined || !isComplete(row);
    });
    if (missing.length > 0) {
      return refused({ code: 'not-all-rated', criteria: missing.map(({ id }) => id) });
    }
    const at = clock().toISOString();
    const sealed = allCriteria(charter).map(({ id }) => {
      const row = given.get(id);
      return {
        criterion: id,
        rating: row?.rating ?? null,
        notApplicable: row?.notApplicable ?? false,
        reason: row?.reason ?? '',
      };
    });
    const sha256 = createHash('sha256').update(canonicalJson(sealed)).digest('hex');
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
