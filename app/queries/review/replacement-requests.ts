// What the chair asks to have replaced, and what they are told of it: nothing that says who has sealed before
// the discussion is open.
import type { Actor } from '#app/domain/policy/actor.ts';
import { rates, seatOf } from '#app/domain/review/panel-size.ts';
import { answerText } from '#words/review/seat-text.ts';
import { answerTo, filling } from '#app/domain/review/replacement.ts';
import { mayInReview } from '#app/domain/policy/review.ts';
import type { Services } from '#app/services.server.ts';
import {
  decidersIn,
  type EnteredReview,
  knownMembers,
  type ReviewMember,
} from '#app/doors/enter-review.ts';
import { listSeatChanges, type SeatChange } from '#db/repositories/review/seat-changes.ts';

/** The part of the chair’s page; null for anybody else. */
export async function replacementRequests(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
  { entered, members }: { entered: EnteredReview; members: readonly ReviewMember[] },
) {
  const { review, me, phase } = entered;
  const changes = await listSeatChanges(engine.db, review.id);
  if (me.seat !== 'chair') return null;
  const asked = changes.filter(({ askedBy }) => askedBy !== null);
  const named = new Set(asked.map(({ memberId }) => memberId));
  const until = review.ratingsDueAt;
  const over = until !== null && until <= clock().toISOString();
  const may = over && mayInReview(me.standing, phase, 'ask-replacement');
  const sealed = new Set(decidersIn(members).map(({ userId }) => userId));
  return {
    requests: asked.map((one) => ({
      id: one.id,
      name: one.name,
      askedAt: one.askedAt ?? '',
      reason: one.askedReason,
      answer: answerOf(changes, one, { phase, sealed: sealed.has(one.memberId) }),
    })),
    /** Whom they may name; none before the date for ratings has passed. */
    members: may
      ? knownMembers(members, phase)
          .filter((one) => one.userId !== actor.id && !named.has(one.userId))
          .filter(({ seat }) => rates(seatOf(seat)))
          .map(({ userId: value, name: label }) => ({ value, label }))
      : [],
  };
}

type Facts = Pick<EnteredReview, 'phase'> & { readonly sealed: boolean };

function answerOf(changes: readonly SeatChange[], asked: SeatChange, facts: Facts): string {
  const taken = filling(changes, asked);
  const replacement = taken && { accepted: taken.acceptedAt !== null };
  return answerText(answerTo({ ...facts, replacement }), asked.name, taken?.replacement ?? '');
}
