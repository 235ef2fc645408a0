// The chair writes down a fact as the panel agreed it, with the reason: from then on it decides.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import {
  checkAgreedFact,
  type GivenFact,
  type NotAgreedFact,
} from '#app/domain/review/agreed-facts.ts';
import { enterReview, type ReviewAccessProblem } from '#app/doors/enter-review.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { saveAgreedFact } from '#db/repositories/review/agreed-fact-rows.ts';
import { Conflict } from '#db/store.ts';

export type AgreeFactCommand = GivenFact & {
  readonly reviewId: string;
  /** The version that was on the page; 0 = nothing was agreed yet. */
  readonly readVersion: number;
};

export type AgreeFactProblem =
  | ReviewAccessProblem
  | NotAgreedFact
  | { readonly code: 'fact-agreed-meanwhile' };

/** The fact as it is agreed now. */
export async function agreeFact(
  services: Services,
  actor: Actor,
  { reviewId, readVersion, ...given }: AgreeFactCommand,
): Promise<Result<{ fact: string }, AgreeFactProblem>> {
  const { engine, clock, newId } = services;
  const entered = await enterReview(services, actor, { id: reviewId, act: 'agree' });
  if (!entered.ok) return entered;
  const agreed = checkAgreedFact(entered.value.charter, given);
  if (!agreed.ok) return agreed;
  const at = clock().toISOString();
  const row = { id: newId(), reviewId, ...agreed.value, updatedAt: at, updatedBy: actor.id };
  try {
    await engine.commit([
      saveAgreedFact(row, readVersion),
      audit({
        at,
        actor: actor.id,
        event: 'fact-agreed',
        organisation: entered.value.review.organisationId,
        subject: reviewId,
        details: { fact: row.fact },
      }),
    ]);
    return ok({ fact: row.fact });
  } catch (error) {
    // Named recovery: it was agreed in another window in between.
    if (error instanceof Conflict) return refused({ code: 'fact-agreed-meanwhile' });
    throw error;
  }
}
