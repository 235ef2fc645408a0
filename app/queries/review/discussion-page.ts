// The meeting: how far the reviewers agree, the criteria on which they differ most first, and for each
// what everyone gave, what is said, and what is agreed. Only for those who may see ratings.
import { DISCUSSION } from '#words/review/review-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { gwetAgreement } from '#app/domain/review/agreement/gwet.ts';
import { agreementFoundText } from '#words/review/decision-words.ts';
import { alphaByUnit, krippendorffAlpha } from '#app/domain/review/agreement/krippendorff.ts';
import { type Difference, differenceOf, widthOf } from '#app/domain/review/difference.ts';
import { ownPlace } from '#app/domain/review/meeting-draft.ts';
import { mayInReview } from '#app/domain/policy/review.ts';
import { applyingCriteria } from '#app/domain/scoring/applying.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Services } from '#app/services.server.ts';
import {
  decidersIn,
  type EnteredReview,
  enterReview,
  membersOf,
  type ReviewAccessProblem,
  type ReviewMember,
} from '#app/doors/enter-review.ts';
import { standingDraft } from '#db/repositories/review/review-drafts.ts';
import { listConsensus, listNotes, listRatings } from '#db/repositories/review/rating-rows.ts';
import { agreedStatements } from '#words/review/agreed-statements.ts';
import { ratedText } from '#words/review/rated-text.ts';
import { claimText, supportedText } from './review-page.ts';
import { type DecidedBefore, decidedBefore } from './decided-before.ts';
import { whoTicked } from './who-ticked.ts';
import { judgedOn } from './review-plan.ts';
import { erasedIn, submittedCriterion } from './rating-page.ts';

type Rated = Awaited<ReturnType<typeof listRatings>>;

/** Every criterion with its ratings, those that differ most first. */
export async function discussionPage(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<DiscussionPage, ReviewAccessProblem>> {
  const entered = await enterReview(services, actor, { id, act: 'see-ratings' });
  if (!entered.ok) return entered;
  return ok(await page(services, entered.value));
}

async function page({ engine }: Services, entered: EnteredReview) {
  const { charter, review, me, phase } = entered;
  const deciders = decidersIn(await membersOf(engine.db, entered));
  const rated = await ratingsOf(engine.db, entered, deciders);
  const agreed = await listConsensus(engine.db, review.id);
  const notes = await listNotes(engine.db, review.id);
  const { answerSet } = entered.submitted;
  const criteria = applyingCriteria(charter, answerSet);
  const units = criteria.map(({ id }) => numbersFor(rated, id));
  const byUnit = alphaByUnit(units, 'ordinal');
  const { criteria: scores } = scoreAssessment(charter, answerSet);
  const rows = criteria.map((criterion, index) => {
    const row = agreed.find((one) => one.criterion === criterion.id);
    const numbers = units[index] ?? [];
    const score = scores.find(({ id }) => id === criterion.id);
    return {
      id: criterion.id,
      title: criterion.title,
      claimed: claimText(entered, criterion.id),
      supported: supportedText(charter, score),
      ratings: [...numbers.map(String), ...notApplicableIn(rated, criterion.id)],
      difference: differenceIn(entered, rated, criterion.id),
      agreement: byUnit[index] ?? null,
      notes: notes.filter((note) => note.criterion === criterion.id).length,
      agreed: row === undefined ? null : agreedText(entered, row.rating),
    };
  });
  return {
    id: review.id,
    organisation: entered.organisation,
    department: entered.department,
    phase,
    reviewers: deciders.length,
    mayAgree: mayInReview(me.standing, phase, 'agree'),
    mayDecide: mayInReview(me.standing, phase, 'decide'),
    agreement: agreementIn(entered, units),
    /** Those that facts rule out. */
    out: allCriteria(charter)
      .filter((criterion) => !criteria.includes(criterion))
      .map(({ id, title }) => ({ id, title })),
    agreedCount: rows.filter((row) => row.agreed !== null).length,
    rows: rows.toSorted(
      (one, other) =>
        byWidth(one.difference, other.difference) || (one.agreement ?? 1) - (other.agreement ?? 1),
    ),
  };
}

export type DiscussionPage = Awaited<ReturnType<typeof page>>;

/** How far the reviewers agree over all criteria, in words. */
function agreementIn(
  { charter }: Pick<EnteredReview, 'charter'>,
  units: readonly (readonly number[])[],
): { readonly alpha: string; readonly ac2: string } {
  const categories = charter.scale.map((_, rating) => rating);
  return {
    alpha: agreementFoundText(krippendorffAlpha(units, 'ordinal')),
    ac2: agreementFoundText(gwetAgreement(units, { categories, weights: 'quadratic' })),
  };
}

/** The sealed ratings of those who decide. */
async function ratingsOf(
  db: Services['engine']['db'],
  { review }: EnteredReview,
  deciders: readonly ReviewMember[],
): Promise<Rated> {
  const ids = new Set(deciders.map(({ userId }) => userId));
  const all = await listRatings(db, review.id);
  return all.filter(({ rating }) => ids.has(rating.userId));
}

function numbersFor(rated: Rated, criterion: string): readonly number[] {
  return rated
    .flatMap(({ rating }) =>
      rating.criterion === criterion && rating.rating !== null ? [rating.rating] : [],
    )
    .toSorted((one, other) => one - other);
}

/** Once for each who agrees that it does not apply. */
function notApplicableIn(rated: Rated, criterion: string): readonly string[] {
  return rated.flatMap(({ rating }) =>
    rating.criterion === criterion && rating.notApplicable ? [DISCUSSION.notApplicable] : [],
  );
}

function differenceIn({ submitted }: EnteredReview, rated: Rated, criterion: string): Difference {
  const claimedNotApplicable = submitted.answerSet.answers.get(criterion)?.notApplicable != null;
  const given = rated.filter(({ rating }) => rating.criterion === criterion);
  return differenceOf({
    claimedNotApplicable,
    ratings: given.map(({ rating }) => rating.rating),
  });
}

/** The widest first. */
function byWidth(one: Difference, other: Difference): number {
  const [left, right] = [widthOf(one), widthOf(other)];
  return left === right ? 0 : right - left;
}

/** One criterion in the meeting: ratings with names and reasons, notes, what is agreed. */
export async function consensusPage(
  services: Services,
  actor: Actor,
  { id, criterion: criterionId }: { readonly id: string; readonly criterion: string },
): Promise<Result<ConsensusPage, ReviewAccessProblem>> {
  const entered = await enterReview(services, actor, { id, act: 'see-ratings' });
  if (!entered.ok) return entered;
  const erased = await erasedIn(services, entered.value, criterionId);
  const shown = submittedCriterion(entered.value, criterionId, erased);
  if (shown === null) return refused({ code: 'not-found' });
  const draft = await draftAt(services, { entered: entered.value, actor, criterionId });
  const judged = await judgedOn(services, entered.value, criterionId);
  const meeting = await met(services, entered.value, criterionId);
  const before = meeting.mayAgree
    ? await decidedBefore(services, entered.value, criterionId)
    : null;
  return ok({ ...shown, ...meeting, judged, draft, decidedBefore: before });
}

type Typing = {
  readonly entered: EnteredReview;
  readonly actor: Actor;
  readonly criterionId: string;
};

/** What the one who reads the page has typed on it and not given, over what is agreed. */
async function draftAt({ engine }: Services, { entered, actor, criterionId }: Typing) {
  const own = ownPlace(entered, actor, criterionId);
  const { texts, agreed, now } = await standingDraft(engine.db, own);
  return { texts: { ...agreed, ...texts }, kept: Object.keys(texts).length > 0, read: now };
}

async function met({ engine }: Services, entered: EnteredReview, criterionId: string) {
  const { review, me, phase } = entered;
  const deciders = decidersIn(await membersOf(engine.db, entered));
  const rated = await ratingsOf(engine.db, entered, deciders);
  const notes = await listNotes(engine.db, review.id);
  const agreed = await listConsensus(engine.db, review.id);
  const given = rated.map(({ rating }) => rating);
  const asked = applyingCriteria(entered.charter, entered.submitted.answerSet).some(
    ({ id }) => id === criterionId,
  );
  const row = agreed.find(({ criterion }) => criterion === criterionId);
  return {
    ratings: rated
      .filter(({ rating }) => rating.criterion === criterionId)
      .map(({ name, rating }) => ({
        id: rating.id,
        name,
        rating: ratedText(entered.charter, rating) ?? LABEL.notRated,
        reason: rating.reason,
      })),
    notes: notes
      .filter(({ criterion }) => criterion === criterionId)
      .map(({ id, name, text, at }) => ({ id, name, text, at })),
    whoTicked: whoTicked(entered, criterionId, given),
    difference: differenceIn(entered, rated, criterionId),
    agreed: agreedIn(entered, row),
    mayAgree: mayInReview(me.standing, phase, 'agree') && asked,
    mayDiscuss: mayInReview(me.standing, phase, 'discuss'),
  };
}

function agreedText({ charter }: EnteredReview, rating: number | null): string | null {
  return ratedText(charter, { rating, notApplicable: rating === null });
}

type Consensus = Awaited<ReturnType<typeof listConsensus>>[number];

function agreedIn(entered: EnteredReview, row: Consensus | undefined) {
  if (row === undefined) return NOT_AGREED;
  const { rating, reason, commendation, recommendation, requirement } = row;
  return {
    text: agreedText(entered, rating),
    statements: agreedStatements(entered.charter, row),
    reason,
    commendation,
    recommendation,
    requirement,
  };
}

const NOT_AGREED = {
  text: null,
  statements: null,
  reason: '',
  commendation: '',
  recommendation: '',
  requirement: '',
};

export type ConsensusPage = NonNullable<ReturnType<typeof submittedCriterion>> &
  Awaited<ReturnType<typeof met>> & {
    readonly judged: Awaited<ReturnType<typeof judgedOn>>;
    /** What another panel agreed on for the same answer, for the chair; null = nothing. */
    readonly decidedBefore: DecidedBefore | null;
    readonly draft: Awaited<ReturnType<typeof draftAt>>;
  };
