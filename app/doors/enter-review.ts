// The beginning of everything that a member of a panel reads or does in a review: find it, see whether a
// conflict of interest shuts it, ask what this standing allows. Nobody else finds it at all, and someone
// with a conflict finds exactly as little (SEC-08); that they tried is in the trail.
import type { AssessmentFile } from '#app/domain/formats/assessment-file.ts';
import type { SnapshotEvidence } from '#app/domain/formats/snapshot.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { AgreedFactRow } from '#db/repositories/review/agreed-fact-rows.ts';
import { type Actor, sitsOnPanels } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { type Conflict, conflictsOf } from '#app/domain/review/interest.ts';
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
import { memberIn, type SeatInReview, seatsIn } from './review-seats.ts';
import { workPlaces } from './work-places.ts';
import { contentIn } from './kept-record.ts';
import { agreedIn, type Submitted, submittedIn } from './submitted-in.ts';
import { audit } from '#db/repositories/audit.ts';
import { listMembersOf, listTakenSeats } from '#db/repositories/review/panel-rows.ts';
import {
  type AskedReviews,
  listInterests,
  listReviewsOf,
  listSeals,
  type LoadedReview,
  loadReview,
  type ReviewRow,
} from '#db/repositories/review/review-rows.ts';
import { listSeatsTakenBy, type OpenTo } from '#db/repositories/review/own-reviews.ts';
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
export type ReviewMember = SeatInReview;

export type EnteredReview = LoadedReview & {
  readonly charter: Charter;
  readonly phase: Phase;
  /** The one who enters. */
  readonly me: Pick<OwnReview, 'seat' | 'standing'>;
  /** What was submitted, as it was: as it is kept, and as it is read. A panel reads no count. */
  readonly content: Omit<AssessmentFile, 'indicators' | 'leftBehind'>;
  readonly submitted: Submitted;
  /** Facts that the panel agreed; the answers above have them in place of what was submitted. */
  readonly agreedFacts: readonly AgreedFactRow[];
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
  const [me] = await ownReviews(engine.db, actor, { ids: [id] });
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
  const { content, evidence } = contentIn(loaded.submission);
  const agreedFacts = await agreedIn(services, charter, id);
  const { submitted, words } = submittedIn(content, charter, agreedFacts);
  const { indicators: _counts, leftBehind: _behind, ...open } = content;
  const read = { content: open, submitted, agreedFacts, evidence };
  return ok({ ...loaded, charter: words, phase, me, ...read });
}

function whyNot(standing: Standing, phase: Phase): ReviewAccessProblem {
  if (standing.kind === 'to-declare') return { code: 'declare-first' };
  return standing.kind === 'cleared' && standing.seat !== 'observer'
    ? { code: 'wrong-phase', phase }
    : { code: 'not-allowed' };
}

/**
 * The reviews of somebody’s panels, or those of them that are asked for, and where they stand in each, conflicts
 * of interest included; none for whoever has lost the role. Asks the same whatever there is, so that time
 * does not tell it.
 */
export async function ownReviews(
  db: Db,
  actor: Pick<Actor, 'id' | 'memberships'>,
  asked: AskedReviews = {},
): Promise<readonly OwnReview[]> {
  if (!sitsOnPanels(actor)) return [];
  const userId = actor.id;
  const rows = await listReviewsOf(db, userId, asked);
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

/** By what the reviews that are open to somebody are found; null for whoever has lost the role. */
export async function openTo(
  db: Db,
  actor: Pick<Actor, 'id' | 'memberships'>,
): Promise<OpenTo | null> {
  if (!sitsOnPanels(actor)) return null;
  const { now, before } = (await workPlaces(db, [actor.id]))(actor.id);
  const came = await listSeatsTakenBy(db, actor.id);
  return { userId: actor.id, places: [...now, ...before], came };
}

type Panelled = Pick<LoadedReview, 'review' | 'sponsorId'>;

/** Everyone on the panel, and who took a seat in this review, with their conflicts and where they stand. */
export async function membersOf(db: Db, panelled: Panelled): Promise<readonly ReviewMember[]> {
  return (await membersOfEach(db, [panelled])).get(panelled.review.id) ?? [];
}

/** The same for several reviews, by their ids, asked for all of them at once. */
export async function membersOfEach(
  db: Db,
  all: readonly Panelled[],
): Promise<ReadonlyMap<string, readonly ReviewMember[]>> {
  const ids = all.map(({ review }) => review.id);
  const taken = Map.groupBy(await listTakenSeats(db, ids), ({ reviewId }) => reviewId);
  const panels = new Set(all.map(({ review }) => review.panelId));
  const seated = Map.groupBy(await listMembersOf(db, [...panels]), ({ panelId }) => panelId);
  const seats = all.map(({ review, sponsorId }) => ({
    review,
    sponsorId,
    rows: seatsIn(review, seated.get(review.panelId) ?? [], taken.get(review.id) ?? []),
  }));
  const placesOf = await workPlaces(
    db,
    seats.flatMap(({ rows, sponsorId }) => [...rows.map(({ userId }) => userId), sponsorId]),
  );
  const declared = new Map((await listInterests(db, ids)).map((row) => [actKey(row), row]));
  const sealed = new Set((await listSeals(db, ids)).map(actKey));
  return new Map(
    seats.map(({ review, sponsorId, rows }) => {
      const sponsor = placesOf(sponsorId);
      const members = rows.map((row) => {
        const key = actKey({ reviewId: review.id, userId: row.userId });
        const about = {
          member: placesOf(row.userId),
          organisation: review.organisationId,
          sponsor,
        };
        const acts = { declared: declared.get(key) ?? null, sealed: sealed.has(key) };
        return memberIn(row, conflictsOf(about), acts);
      });
      return [review.id, members];
    }),
  );
}

function actKey({ reviewId, userId }: { readonly reviewId: string; readonly userId: string }) {
  return `${reviewId} ${userId}`;
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
