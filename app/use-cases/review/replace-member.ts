// An administrator gives the seat of a member who has not sealed to somebody else, for one review. What the
// first one rated stays in the database, out of the review; nobody else reads it.
import { addressOf } from '#app/addresses.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { REASON } from '#app/domain/limits.ts';
import { mustWrite, type TextRule } from '#app/domain/written-text.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { seatOf } from '#app/domain/review/panel-size.ts';
import {
  checkComing,
  type NotComing,
  type NotGoing,
  whoGoes,
} from '#app/domain/review/seat-change.ts';
import { seatText } from '#words/review/seat-text.ts';
import { phaseOf, takesPart } from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { loadPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import { listCandidates } from '#db/repositories/review/panel-rows.ts';
import {
  type LoadedReview,
  loadReview,
  updateReview,
} from '#db/repositories/review/review-rows.ts';
import {
  fillSeat,
  insertSeatChange,
  listSeatChanges,
} from '#db/repositories/review/seat-changes.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { foundConflicts, membersOf, type ReviewMember } from '#app/doors/enter-review.ts';
import { replacedWords, replacementTold, replacingWords } from '#words/review/panel-letters.ts';
import { lettersInReview } from './review-letters.ts';
import { lettersTo, otherAdministrators } from '#app/use-cases/people/tell-keepers.ts';

export type ReplaceCommand = {
  readonly panelId: string;
  readonly reviewId: string;
  /** Who goes, and who comes. */
  readonly memberId: string;
  readonly userId: string;
  /** Whether the one who comes is qualified to read statistics. */
  readonly statistics: boolean;
  readonly reason: string;
};

export type ReplaceProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | NotGoing
  | NotComing
  | TextRule<'reason-wrong'>;

type Given = Pick<Services, 'engine' | 'clock' | 'newId' | 'config'>;

/** The review, in which somebody else has the seat. */
export async function replaceMember(
  services: Given,
  actor: Actor,
  command: ReplaceCommand,
): Promise<Result<{ id: string }, ReplaceProblem>> {
  const { engine, clock } = services;
  if (!mayAdminister(actor, 'replace-members')) return refused({ code: 'not-allowed' });
  const { reviewId, panelId } = command;
  return decideAgainOnConflict(async () => {
    const loaded = await loadReview(engine.db, reviewId);
    if (loaded === null || loaded.review.panelId !== panelId) return refused({ code: 'not-found' });
    const { review } = loaded;
    const members = await membersOf(engine.db, loaded);
    const at = clock().toISOString();
    const { ratingsDueAt } = review;
    const now = { members, phase: phaseOf(review), ratingsDueAt, now: at };
    const gone = whoGoes(command.memberId, now);
    if (!gone.ok) return gone;
    const coming = checkComing({
      ...(await factsOf(services, loaded, command)),
      gone: gone.value,
      members,
    });
    if (!coming.ok) return coming;
    const reason = mustWrite(REASON, command.reason);
    if (!reason.ok) return reason;
    await engine.commit([
      updateReview(review, {}),
      await seatWrite(services, actor, { gone: gone.value, command, reason: reason.value, at }),
      ...(await lettersOf(services, actor, {
        loaded,
        gone: gone.value,
        command,
        reason: reason.value,
      })),
      audit({
        at,
        actor: actor.id,
        event: 'review-member-replaced',
        organisation: review.organisationId,
        subject: reviewId,
        details: { person: command.memberId, replacement: command.userId },
      }),
    ]);
    return ok({ id: reviewId });
  });
}

/** What there is to know of the one who is to come. */
async function factsOf(
  { engine }: Given,
  { review, sponsorId }: LoadedReview,
  { userId, statistics }: ReplaceCommand,
) {
  const about = { organisation: review.organisationId, sponsorId };
  const found = await foundConflicts(engine.db, { people: [userId], ...about });
  return {
    userId,
    statistics,
    candidates: await listCandidates(engine.db),
    hasConflict: (found.get(userId) ?? []).length > 0,
  };
}

type Change = {
  readonly gone: ReviewMember;
  readonly command: ReplaceCommand;
  readonly reason: string;
};

async function seatWrite(
  { engine, newId }: Given,
  actor: Actor,
  { gone, command, reason, at }: Change & { readonly at: string },
): Promise<Write> {
  const { reviewId, memberId, userId, statistics } = command;
  const changes = await listSeatChanges(engine.db, reviewId);
  const asked = changes.find((one) => one.memberId === memberId);
  const by = { replacedBy: actor.id, replacedAt: at };
  const taken = { replacementId: userId, statistics, reason, ...by };
  const row = { id: newId(), reviewId, memberId, seat: gone.seat, askedReason: '' };
  return asked === undefined ? insertSeatChange({ ...row, ...taken }) : fillSeat(asked.id, taken);
}

/** To who comes and who goes, and to the other administrators; to nobody else of the panel. */
async function lettersOf(
  services: Given,
  actor: Actor,
  { loaded, gone, command, reason }: Change & { readonly loaded: LoadedReview },
): Promise<readonly Write[]> {
  const { engine, config, newId } = services;
  const comes = await loadPerson(engine.db, command.userId);
  if (comes === null) return [];
  const { id, panelId } = loaded.review;
  const { origin } = config;
  const declare = addressOf('/reviews/:review', { review: id });
  const review = addressOf('/admin/panels/:panel/reviews/:review', { panel: panelId, review: id });
  const key = `seat taken ${id} ${newId()}`;
  const as = seatText({ seat: seatOf(gone.seat), statistics: command.statistics });
  const others = (await otherAdministrators(services, actor.id)).filter(
    (one) => one.id !== comes.id && one.id !== gone.userId,
  );
  return [
    ...lettersInReview(services, [{ userId: comes.id, email: comes.email }], {
      key: `${key} in`,
      ...replacingWords({
        by: actor.name,
        panel: loaded.panel,
        as,
        contact: config.contact,
        url: `${origin}${declare}`,
      }),
    }),
    // Whoever a conflict of interest shuts out learns nothing of the review, from this letter either.
    ...lettersInReview(services, takesPart(gone.standing) ? [gone] : [], {
      key: `${key} out`,
      ...replacedWords({ panel: loaded.panel, reason, url: `${origin}${addressOf('/reviews')}` }),
    }),
    ...lettersTo(services, others, {
      key: `${key} told`,
      ...replacementTold({
        by: actor.name,
        panel: loaded.panel,
        gone: gone.name,
        comes,
        reason,
        url: `${origin}${review}`,
      }),
    }),
  ];
}
