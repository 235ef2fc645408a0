// The chair asks for a member to be replaced whose ratings may not have come: once the date for ratings has
// passed, and for anyone by name, since a chair is not told who has sealed.
import { addressOf } from '#app/addresses.ts';
import { tidy } from '#app/domain/field-problem.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { rates, seatOf } from '#app/domain/review/panel-size.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { type ReviewRow, updateReview } from '#db/repositories/review/review-rows.ts';
import {
  askLater,
  insertSeatChange,
  listSeatChanges,
  type SeatChangeRow,
} from '#db/repositories/review/seat-changes.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import {
  type EnteredReview,
  enterReview,
  knownMembers,
  membersOf,
  type ReviewAccessProblem,
  type ReviewMember,
} from '#app/doors/enter-review.ts';
import { lettersTo, otherAdministrators } from '#app/use-cases/people/tell-keepers.ts';
import { replacementAsked } from '#words/review/panel-letters.ts';

const REASON_CHARACTERS = 1000;

export type AskReplacementCommand = {
  readonly reviewId: string;
  /** The member to be replaced. */
  readonly userId: string;
  readonly reason: string;
};

export type AskReplacementProblem =
  | ReviewAccessProblem
  /** The date for ratings has not passed; null = none is set. */
  | { readonly code: 'ratings-not-due'; readonly until: string | null }
  | { readonly code: 'no-such-member' }
  | { readonly code: 'asked-already' }
  | { readonly code: 'asked-reason-wrong'; readonly most: number };

/** The request; the administrators hear of it. */
export async function askReplacement(
  services: Services,
  actor: Actor,
  command: AskReplacementCommand,
): Promise<Result<{ id: string }, AskReplacementProblem>> {
  const { engine, clock } = services;
  const { reviewId, userId } = command;
  const reason = tidy(command.reason);
  return decideAgainOnConflict(async () => {
    const entered = await enterReview(services, actor, { id: reviewId, act: 'ask-replacement' });
    if (!entered.ok) return entered;
    const { review } = entered.value;
    const at = clock().toISOString();
    const named = await namedMember(services, actor, { entered: entered.value, userId, at });
    if (!named.ok) return named;
    if (reason === '' || reason.length > REASON_CHARACTERS) {
      return refused({ code: 'asked-reason-wrong', most: REASON_CHARACTERS });
    }
    const { member, before } = named.value;
    const request = { askedBy: actor.id, askedAt: at, askedReason: reason };
    await engine.commit([
      updateReview(review, {}),
      requestWrite(services, { member, before, reviewId, request }),
      ...(await lettersOf(services, { actor, review, name: member.name, reason })),
      audit({
        at,
        actor: actor.id,
        event: 'replacement-asked',
        organisation: review.organisationId,
        subject: reviewId,
        details: { person: userId },
      }),
    ]);
    return ok({ id: reviewId });
  });
}

type Naming = {
  readonly entered: EnteredReview;
  readonly userId: string;
  readonly at: string;
};

/** The member as the chair knows them; what is refused follows from nothing that the chair may not know. */
async function namedMember(
  { engine }: Services,
  actor: Actor,
  { entered, userId, at }: Naming,
): Promise<Result<{ member: ReviewMember; before: SeatChangeRow | null }, AskReplacementProblem>> {
  const { review, phase } = entered;
  const until = review.ratingsDueAt;
  if (until === null || until > at) return refused({ code: 'ratings-not-due', until });
  const members = knownMembers(await membersOf(engine.db, entered), phase);
  const member = members.find((one) => one.userId === userId && userId !== actor.id);
  if (member === undefined || !rates(seatOf(member.seat))) {
    return refused({ code: 'no-such-member' });
  }
  const changes = await listSeatChanges(engine.db, review.id);
  const before = changes.find(({ memberId }) => memberId === userId) ?? null;
  if (before !== null && before.askedBy !== null) return refused({ code: 'asked-already' });
  return ok({ member, before });
}

type Request = {
  readonly member: ReviewMember;
  readonly before: SeatChangeRow | null;
  readonly reviewId: string;
  readonly request: Pick<SeatChangeRow, 'askedBy' | 'askedAt' | 'askedReason'>;
};

function requestWrite({ newId }: Services, { member, before, reviewId, request }: Request): Write {
  if (before !== null) return askLater(before.id, request);
  const { userId, seat } = member;
  const open = { statistics: false, reason: '' };
  return insertSeatChange({ id: newId(), reviewId, memberId: userId, seat, ...request, ...open });
}

type Told = {
  readonly actor: Actor;
  readonly review: Pick<ReviewRow, 'id' | 'panelId'>;
  readonly name: string;
  readonly reason: string;
};

/** To every administrator: one of them decides, who sees what the chair does not. */
async function lettersOf(
  services: Services,
  { actor, review, name, reason }: Told,
): Promise<readonly Write[]> {
  const { config, newId } = services;
  return lettersTo(services, await otherAdministrators(services, actor.id), {
    key: `replacement asked ${newId()}`,
    ...replacementAsked({
      by: actor.name,
      name,
      reason,
      url: `${config.origin}${addressOf('/admin/panels/:panel/reviews/:review', { panel: review.panelId, review: review.id })}`,
    }),
  });
}
