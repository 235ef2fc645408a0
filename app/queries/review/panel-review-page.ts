// One review as an administrator keeps it going: the date for its ratings, who has sealed, what its chair asks,
// and who can take a seat; never a rating.
import { requestText } from '#words/review/standing-text.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { rates, seatOf } from '#app/domain/review/panel-size.ts';
import { filling } from '#app/domain/review/replacement.ts';
import { phaseOf, takesPart } from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { decidersIn, membersOf, type ReviewMember } from '#app/doors/enter-review.ts';
import { listCandidates } from '#db/repositories/review/panel-rows.ts';
import { loadReview } from '#db/repositories/review/review-rows.ts';
import { listSeatChanges } from '#db/repositories/review/seat-changes.ts';
import { progressIn } from './panels-page.ts';

type Asked = { readonly panel: string; readonly review: string };

/** The page; null where this panel has no such review, and for anyone but administrators. */
export async function panelReviewPage(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
  asked: Asked,
) {
  if (!mayAdminister(actor, 'follow-reviews')) return null;
  const loaded = await loadReview(engine.db, asked.review);
  if (loaded === null || loaded.review.panelId !== asked.panel) return null;
  const { review } = loaded;
  const members = await membersOf(engine.db, loaded);
  const changes = await listSeatChanges(engine.db, review.id);
  const sitting = new Set(members.map(({ userId }) => userId));
  const candidates = (await listCandidates(engine.db)).filter(({ id }) => !sitting.has(id));
  const phase = phaseOf(review);
  const over = review.ratingsDueAt !== null && review.ratingsDueAt <= clock().toISOString();
  const sealed = new Set(decidersIn(members).map(({ userId }) => userId));
  return {
    id: review.id,
    panel: { id: review.panelId, name: loaded.panel },
    organisation: loaded.organisation,
    department: loaded.department,
    number: loaded.submission.number,
    phase,
    ratingsDueAt: review.ratingsDueAt,
    over,
    members: progressIn(members, phase),
    /** Who hears of a change of the date. */
    affected: members
      .filter(({ standing }) => takesPart(standing))
      .map(({ userId: id, name }) => ({ id, name })),
    requests: changes
      .filter(({ askedBy }) => askedBy !== null)
      .map((one) => ({
        id: one.id,
        name: one.name,
        askedAt: one.askedAt ?? '',
        reason: one.askedReason,
        state: requestText({ taken: filling(changes, one), sealed: sealed.has(one.memberId) }),
      })),
    replaceable:
      phase === 'rating'
        ? members
            .filter((member) => canGo(member, over))
            .map(({ userId: value, name: label }) => ({ value, label }))
        : [],
    candidates: [...new Map(candidates.map(({ id, name }) => [id, name]))].map(
      ([value, label]) => ({ value, label }),
    ),
  };
}

export type PanelReviewPage = NonNullable<Awaited<ReturnType<typeof panelReviewPage>>>;

/** Who has sealed stays; who takes part has time until the date. */
function canGo({ seat, standing }: ReviewMember, over: boolean): boolean {
  if (!rates(seatOf(seat)) || standing.kind === 'replaced') return false;
  if (!takesPart(standing)) return true;
  return over && !(standing.kind === 'cleared' && standing.sealed);
}
