// The beginning of everything that a member of a panel reads or does in a review: find it, see whether a
// conflict of interest shuts it, ask what this standing allows. Nobody else finds it at all, and someone
// with a conflict finds exactly as little (SEC-08); that they tried is in the trail.
import { type Assessment, assessmentOf } from '#app/domain/formats/assessment-file.ts';
import { readSnapshot, type SnapshotEvidence } from '#app/domain/formats/snapshot.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { type Actor, sitsOnPanels } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { type Conflict, conflictsOf, type WorkPlaces } from '#app/domain/review/interest.ts';
import { rates, seatOf } from '#app/domain/review/panel-size.ts';
import { mayInReview, type ReviewAct } from '#app/domain/policy/review.ts';
import {
  type Phase,
  phaseOf,
  type Standing,
  standingOf,
  takesPart,
} from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { type AlteredProblem, isRecordWhole, isRenewedWhole } from './check-record.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  listMembers,
  listPastEmployments,
  listPresentPlaces,
  listTakenSeats,
  type MemberRow,
} from '#db/repositories/review/panel-rows.ts';
import {
  listInterests,
  listReviewsOf,
  listSeals,
  type LoadedReview,
  loadReview,
  type ReviewRow,
} from '#db/repositories/review/review-rows.ts';
import type { Db } from '#db/store.ts';

/** not-found = not there, not theirs, or shut by a conflict; declare-first = interests come first. */
export type ReviewAccessProblem =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  /** What was submitted is not what lies there now. */
  | AlteredProblem
  | { readonly code: 'declare-first' }
  | { readonly code: 'wrong-phase'; readonly phase: Phase };

/** A review of somebody’s panel, with where they stand in it. */
export type OwnReview = Awaited<ReturnType<typeof listReviewsOf>>[number] & {
  readonly standing: Standing;
};

/** A member of the panel in this review, with where they stand. */
export type ReviewMember = MemberRow & {
  readonly standing: Standing;
  /** Where they would stand if nobody had taken their seat. */
  readonly otherwise: Standing;
  /** Whose seat they took in this review; null = nobody’s. */
  readonly replaces: string | null;
  /** Sits on the panel itself, or has accepted the seat. */
  readonly accepted: boolean;
  readonly conflicts: readonly Conflict[];
};

export type EnteredReview = LoadedReview & {
  readonly charter: Charter;
  readonly phase: Phase;
  /** The one who enters. */
  readonly me: Pick<OwnReview, 'seat' | 'standing'>;
  /** What was submitted, as it was. */
  readonly submitted: Assessment;
  readonly evidence: readonly SnapshotEvidence[];
};

type Given = Pick<Services, 'engine' | 'library' | 'clock' | 'trailSeal' | 'log'>;

/** The review, for a member of its panel who may do this in it now. */
export async function enterReview(
  services: Given,
  actor: Actor,
  { id, act }: { readonly id: string; readonly act: ReviewAct },
): Promise<Result<EnteredReview, ReviewAccessProblem>> {
  const { engine, library } = services;
  const [me] = await ownReviews(engine.db, actor, id);
  if (me === undefined || !takesPart(me.standing)) {
    const shut = me?.standing.kind === 'replaced' ? null : (me?.review ?? null);
    await noteRefusal(services, actor, { id, shut });
    return refused({ code: 'not-found' });
  }
  const loaded = await loadReview(engine.db, id);
  const charter = loaded && library.versions.get(loaded.charterName)?.charter;
  if (!loaded || !charter) return refused({ code: 'not-found' });
  const phase = phaseOf(loaded.review);
  if (!mayInReview(me.standing, phase, act)) {
    return refused(whyNot(me.standing, phase));
  }
  // Earlier submissions and decisions, too: pages compare with them, and a decision may take their place.
  const { renews, review } = loaded;
  const isWhole =
    (await isRecordWhole(services, review.assessmentId)) &&
    (await isRenewedWhole(services, renews));
  if (!isWhole) {
    return refused({ code: 'altered' });
  }
  const { content, evidence } = readSnapshot(loaded.submission.snapshot);
  return ok({ ...loaded, charter, phase, me, submitted: assessmentOf(content), evidence });
}

function whyNot(standing: Standing, phase: Phase): ReviewAccessProblem {
  if (standing.kind === 'to-declare') return { code: 'declare-first' };
  return standing.kind === 'cleared' && standing.seat !== 'observer'
    ? { code: 'wrong-phase', phase }
    : { code: 'not-allowed' };
}

/**
 * The reviews of somebody’s panels, or the one of them with this id, and where they stand in each, conflicts
 * of interest included; none for whoever has lost the role. Asks the same whatever there is, so that time
 * does not tell it.
 */
export async function ownReviews(
  db: Db,
  actor: Pick<Actor, 'id' | 'memberships'>,
  id: string | null = null,
): Promise<readonly OwnReview[]> {
  if (!sitsOnPanels(actor)) return [];
  const userId = actor.id;
  const rows = await listReviewsOf(db, userId, id);
  const placesOf = await workPlaces(db, [userId, ...rows.map(({ sponsorId }) => sponsorId)]);
  return rows.map((row) => {
    const { declared, sealed, sponsorId, replaced } = row;
    const organisation = row.review.organisationId;
    const about = { member: placesOf(userId), organisation, sponsor: placesOf(sponsorId) };
    const found = conflictsOf(about).length > 0;
    const seat = seatOf(row.seat);
    return {
      ...row,
      standing: standingOf({ seat, sits: true, found, declared, sealed, replaced }),
    };
  });
}

/** Everyone on the panel, and who took a seat in this review, with their conflicts and where they stand. */
export async function membersOf(
  db: Db,
  { review, sponsorId }: Pick<LoadedReview, 'review' | 'sponsorId'>,
): Promise<readonly ReviewMember[]> {
  const taken = await listTakenSeats(db, review.id);
  const came = new Set(taken.map(({ userId }) => userId));
  const gone = new Set(taken.map(({ replaces }) => replaces));
  const seated = (await listMembers(db, review.panelId)).filter(({ userId }) => !came.has(userId));
  const rows = [
    ...seated.map((row) => ({ ...row, replaces: null, acceptedAt: review.openedAt })),
    ...taken,
  ];
  const conflicts = await foundConflicts(db, {
    people: rows.map(({ userId }) => userId),
    organisation: review.organisationId,
    sponsorId,
  });
  const declared = await listInterests(db, review.id);
  const seals = await listSeals(db, review.id);
  return rows.map(({ acceptedAt, ...row }) => {
    const found = conflicts.get(row.userId) ?? [];
    const facts = {
      seat: seatOf(row.seat),
      sits: row.sits,
      found: found.length > 0,
      declared: declared.find(({ userId }) => userId === row.userId) ?? null,
      sealed: seals.some(({ userId }) => userId === row.userId),
    };
    const standing = standingOf({ ...facts, replaced: gone.has(row.userId) });
    const accepted = acceptedAt !== null;
    return { ...row, standing, otherwise: standingOf(facts), accepted, conflicts: found };
  });
}

/**
 * The members as the panel knows them: while ratings go on, a seat shows who sat there until whoever took it
 * has accepted, so that nobody learns from the list that somebody had not sealed.
 */
export function knownMembers(
  members: readonly ReviewMember[],
  phase: Phase,
): readonly ReviewMember[] {
  if (phase !== 'rating') return members.filter(({ standing }) => takesPart(standing));
  const isFilled = (userId: string): boolean =>
    members.some((one) => one.replaces === userId && (one.accepted || isFilled(one.userId)));
  return members.filter((one) => takesPart(one.otherwise) && one.accepted && !isFilled(one.userId));
}

/** Those of the members who rated and sealed, and so decide; the chair is one of them. */
export function decidersIn(members: readonly ReviewMember[]): readonly ReviewMember[] {
  return members.filter(
    ({ standing }) => standing.kind === 'cleared' && rates(standing.seat) && standing.sealed,
  );
}

type About = {
  readonly people: readonly string[];
  readonly organisation: string;
  readonly sponsorId: string;
};

/** The conflicts of interest that the service finds by itself, by person. */
export async function foundConflicts(
  db: Db,
  { people, organisation, sponsorId }: About,
): Promise<ReadonlyMap<string, readonly Conflict[]>> {
  const placesOf = await workPlaces(db, [...people, sponsorId]);
  const sponsor = placesOf(sponsorId);
  return new Map(
    people.map((id) => [id, conflictsOf({ member: placesOf(id), organisation, sponsor })]),
  );
}

/** Where each of these people works and has worked. */
async function workPlaces(db: Db, people: readonly string[]): Promise<(id: string) => WorkPlaces> {
  const now = await listPresentPlaces(db, people);
  const before = await listPastEmployments(db, people);
  const at = (
    places: readonly { readonly userId: string; readonly organisationId: string }[],
    id: string,
  ) => places.filter(({ userId }) => userId === id).map(({ organisationId }) => organisationId);
  return (id) => ({ id, now: at(now, id), before: at(before, id) });
}

type Refusal = {
  /** The id that was asked for, whatever it is. */
  readonly id: string;
  /** The review that a conflict of interest shuts; null = not there, or not theirs. */
  readonly shut: Pick<ReviewRow, 'organisationId'> | null;
};

/** The shape of every id here; what else an address holds stays out of the trail. */
const ID = /^[\w-]{1,64}$/;

/** Every refusal is in the trail: one that were not would be the faster one. */
async function noteRefusal(
  { engine, clock }: Given,
  actor: Actor,
  { id, shut }: Refusal,
): Promise<void> {
  await engine.commit([
    audit({
      at: clock().toISOString(),
      actor: actor.id,
      event: shut === null ? 'review-not-theirs' : 'review-shut-by-conflict',
      organisation: shut?.organisationId ?? null,
      subject: ID.test(id) ? id : null,
    }),
  ]);
}
