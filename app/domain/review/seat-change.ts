// Whose seat in a review may be taken, and by whom; for whom a chair may ask.
import { REVIEW_TEXTS } from '#app/domain/limits.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { mustWrite, type TextRule } from '#app/domain/written-text.ts';
import { type Candidate, maySit } from './panel-seats.ts';
import { rates, seatOf } from './panel-size.ts';
import { type Phase, type Standing, takesPart } from './standing.ts';

type Member = {
  readonly userId: string;
  readonly seat: string;
  readonly statistics: boolean;
  readonly standing: Standing;
};

export type NotGoing =
  | { readonly code: 'wrong-phase'; readonly phase: Phase }
  /** Not somebody who rates here and can be replaced. */
  | { readonly code: 'no-such-member' }
  | { readonly code: 'has-sealed' }
  /** They take part, and the date for ratings has not passed; null = none is set. */
  | { readonly code: 'ratings-not-due'; readonly until: string | null };

/** The member whose seat can be taken. Who takes no part any more can be replaced before the date, too. */
export function whoGoes<M extends Member>(
  memberId: string,
  {
    members,
    phase,
    ratingsDueAt: until,
    now,
  }: {
    readonly members: readonly M[];
    readonly phase: Phase;
    readonly ratingsDueAt: string | null;
    readonly now: string;
  },
): Result<M, NotGoing> {
  if (phase !== 'rating') return refused({ code: 'wrong-phase', phase });
  const member = members.find(({ userId }) => userId === memberId);
  if (member === undefined || !rates(seatOf(member.seat)) || member.standing.kind === 'replaced') {
    return refused({ code: 'no-such-member' });
  }
  const { standing } = member;
  if (standing.kind === 'cleared' && standing.sealed) return refused({ code: 'has-sealed' });
  return takesPart(standing) && (until === null || until > now)
    ? refused({ code: 'ratings-not-due', until })
    : ok(member);
}

export type NotComing =
  | { readonly code: 'no-candidate' }
  | { readonly code: 'sits-already' }
  | { readonly code: 'was-replaced' }
  | { readonly code: 'conflict-found' }
  /** Nobody who rates would be qualified to read statistics. */
  | { readonly code: 'statistics-needed' };

type Coming = {
  readonly userId: string;
  /** Whether they are qualified to read statistics. */
  readonly statistics: boolean;
  readonly gone: Member;
  readonly members: readonly Member[];
  readonly candidates: readonly Candidate[];
  /** Whether the service found a conflict of interest by itself. */
  readonly hasConflict: boolean;
};

/** Whether somebody may take the seat: a chair’s only a chair, and somebody who rates can read statistics. */
export function checkComing({
  userId,
  statistics,
  gone,
  members,
  candidates,
  hasConflict,
}: Coming): Result<null, NotComing> {
  const sits = members.find((one) => one.userId === userId);
  if (sits?.standing.kind === 'replaced') return refused({ code: 'was-replaced' });
  if (sits !== undefined) return refused({ code: 'sits-already' });
  if (!maySit(candidates, { userId, chairs: gone.seat === 'chair' })) {
    return refused({ code: 'no-candidate' });
  }
  if (hasConflict) return refused({ code: 'conflict-found' });
  const others = members.filter(
    (one) => one.userId !== gone.userId && takesPart(one.standing) && rates(seatOf(one.seat)),
  );
  return statistics || others.some((one) => one.statistics)
    ? ok(null)
    : refused({ code: 'statistics-needed' });
}

export type NotAskedToGo =
  /** The date for ratings has not passed; null = none is set. */
  | { readonly code: 'ratings-not-due'; readonly until: string | null }
  | { readonly code: 'no-such-member' }
  | { readonly code: 'asked-already' }
  | TextRule<'asked-reason-wrong'>;

type Asking<M, C> = {
  /** The chair who asks. */
  readonly by: string;
  /** The member to be replaced. */
  readonly userId: string;
  readonly reason: string;
  /** Those whom the chair knows of. */
  readonly members: readonly M[];
  readonly changes: readonly C[];
  readonly ratingsDueAt: string | null;
  /** ISO 8601 UTC. */
  readonly now: string;
};

type Asked<M, C> = {
  readonly member: M;
  /** The change of this seat that nobody had asked for; null = there is none. */
  readonly before: C | null;
  readonly reason: string;
};

/** The member who is to be replaced, and why; what is refused follows from nothing that the chair may not know. */
export function checkAskingToGo<
  M extends { readonly userId: string; readonly seat: string },
  C extends { readonly memberId: string; readonly askedBy: string | null },
>(asking: Asking<M, C>): Result<Asked<M, C>, NotAskedToGo> {
  const { by, userId, ratingsDueAt: until, now } = asking;
  if (until === null || until > now) return refused({ code: 'ratings-not-due', until });
  const member = asking.members.find((one) => one.userId === userId && userId !== by);
  if (member === undefined || !rates(seatOf(member.seat))) {
    return refused({ code: 'no-such-member' });
  }
  const before = asking.changes.find(({ memberId }) => memberId === userId) ?? null;
  if (before !== null && before.askedBy !== null) return refused({ code: 'asked-already' });
  const reason = mustWrite(REVIEW_TEXTS.replacement, asking.reason);
  return reason.ok ? ok({ member, before, reason: reason.value }) : reason;
}
