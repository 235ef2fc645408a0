// Plays what became of the demo's submissions: signed, submitted, put before the panel, rated, discussed,
// decided. Each step happens on its own day, by a clock that is set to it.
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { awardsDesk } from '#app/queries/award/awards-desk.ts';
import { panelPage } from '#app/queries/review/panels-page.ts';
import type { Choice } from '#app/domain/review/rating-given.ts';
import type { Services } from '#app/services.server.ts';
import { openRound } from '#app/use-cases/administration/administer-rounds.ts';
import { createPanel, seatMember } from '#app/use-cases/review/build-panel.ts';
import { chooseRound } from '#app/use-cases/assessment/choose-round.ts';
import { declareInterest } from '#app/use-cases/review/declare-interest.ts';
import {
  addReviewNote,
  agreeCriterion,
  openDiscussion,
} from '#app/use-cases/review/discuss-review.ts';
import { openReview } from '#app/use-cases/review/open-review.ts';
import { publishAward } from '#app/use-cases/award/publish-award.ts';
import { rateCriterion } from '#app/use-cases/review/rate-criterion.ts';
import { recordDecision } from '#app/use-cases/review/record-decision.ts';
import { sealRatings } from '#app/use-cases/review/seal-ratings.ts';
import { contentFingerprint, signOff } from '#app/use-cases/submission/sign-off.ts';
import { submitAssessment } from '#app/use-cases/submission/submit-assessment.ts';
import type { DemoAssessment } from './content.ts';
import { done } from './done.ts';
import type { DemoReview, DemoReviews, DemoSubmission } from './review-content.ts';
import type { Started } from './seed-round.ts';

const DAY = 24 * 60 * 60 * 1000;

export type ReviewsGiven = {
  readonly reviews: DemoReviews;
  readonly administrator: Actor;
  readonly password: string;
  readonly person: (email: string) => Actor;
  /** Who signs for this assessment. */
  readonly sponsorOf: (assessment: DemoAssessment) => Actor;
  readonly assessment: (file: string) => DemoAssessment;
  /** Begins and fills the assessment. */
  readonly start: (services: Services, assessment: DemoAssessment) => Promise<Started>;
};

/** The services as they were so many days ago, or will be. */
export function onDay(services: Services, days: number): Services {
  const at = momentOf(services, days);
  return { ...services, clock: () => new Date(at) };
}

/** Rounds, the panel, and every submission as far as it has come; throws where anything is refused. */
export async function addReviews(services: Services, given: ReviewsGiven): Promise<void> {
  const { reviews, administrator, person } = given;
  const rounds = new Map<string, string>();
  for (const { name, charter, opens, closes } of reviews.rounds) {
    const opensAt = momentOf(services, opens);
    const round = { name, charter, opensAt, closesAt: momentOf(services, closes) };
    const { id } = done(await openRound(onDay(services, opens), administrator, round));
    rounds.set(name, id);
  }
  const first = Math.min(...reviews.rounds.map(({ opens }) => opens));
  const then = onDay(services, first);
  const { id: panelId } = done(await createPanel(then, administrator, reviews.panel));
  for (const { person: email, ...seat } of reviews.panel.seats) {
    const command = { panelId, userId: person(email).id, ...seat };
    done(await seatMember(then, administrator, command));
  }
  for (const submission of reviews.submissions) {
    const roundId = rounds.get(submission.round) ?? '';
    const number = await submit(services, given, { submission, roundId });
    if (submission.review !== undefined) {
      await playReview(services, {
        ...given,
        submission,
        review: submission.review,
        panelId,
        number,
      });
    }
  }
}

async function submit(
  services: Services,
  given: ReviewsGiven,
  { submission, roundId }: { readonly submission: DemoSubmission; readonly roundId: string },
): Promise<number> {
  const assessment = given.assessment(submission.file);
  const started = await given.start(onDay(services, submission.started), assessment);
  const { assessmentId, lead } = started;
  const then = onDay(services, submission.submitted);
  done(await chooseRound(then, lead, { assessmentId, roundId }));
  const sponsor = given.sponsorOf(assessment);
  const contentSha256 = (await contentFingerprint(then, sponsor, assessmentId)) ?? '';
  const { password } = given;
  done(await signOff(then, sponsor, { assessmentId, password, contentSha256 }));
  return done(await submitAssessment(then, lead, { assessmentId })).number;
}

type Playing = ReviewsGiven & {
  readonly submission: DemoSubmission;
  readonly review: DemoReview;
  readonly panelId: string;
  /** Of the submission. */
  readonly number: number;
};

async function playReview(services: Services, playing: Playing): Promise<void> {
  const { review, panelId, administrator, submission } = playing;
  const then = onDay(services, review.opened);
  const page = await panelPage(then, administrator, panelId);
  const waiting = page?.submissions.find(({ label }) => label.startsWith(`${playing.number}:`));
  const { id: reviewId } = done(
    await openReview(then, administrator, {
      panelId,
      submissionId: waiting?.value ?? '',
      ratingsDueAt: momentOf(services, review.ratingsDue),
    }),
  );
  const { content } = playing.assessment(submission.file);
  const charter = services.library.versions.get(content.charter)?.charter;
  if (charter === undefined) throw new Error(`the demo has no charter ${content.charter}`);
  const claimed = (id: string) => content.answers?.[id]?.rating ?? 'not-applicable';
  const before = { ...playing, reviewId, charter, claimed };
  await rate(services, before);
  await discuss(services, before);
  await decide(services, before);
}

type Before = Playing & {
  readonly reviewId: string;
  readonly charter: Charter;
  readonly claimed: (criterion: string) => Choice;
};

async function rate(services: Services, before: Before): Promise<void> {
  const { review, reviewId, person, charter, claimed } = before;
  for (const { person: email, conflict, rated, otherwise, criteria } of review.members) {
    const member = person(email);
    const then = onDay(services, rated ?? Math.min(review.opened + 1, -1));
    const declared = { reviewId, conflict: conflict !== undefined, reason: conflict ?? '' };
    done(await declareInterest(then, member, declared));
    if (declared.conflict) continue;
    for (const { id: criterion } of allCriteria(charter)) {
      const mark = criteria[criterion] ?? usual(claimed(criterion), otherwise);
      if (mark === null) continue;
      const command = { reviewId, criterion, choice: mark.rating, reason: mark.reason };
      done(await rateCriterion(then, member, { ...command, readVersion: 0 }));
    }
    if (rated !== undefined) done(await sealRatings(then, member, { reviewId }));
  }
}

async function discuss(services: Services, before: Before): Promise<void> {
  const { review, reviewId, person, charter, claimed } = before;
  const { discussion } = review;
  if (discussion === undefined) return;
  const chair = chairOf(before);
  const then = onDay(services, discussion.opened);
  done(await openDiscussion(then, chair, { reviewId }));
  for (const { person: email, criterion, text } of discussion.notes) {
    done(await addReviewNote(then, person(email), { reviewId, criterion, text }));
  }
  for (const { id: criterion } of allCriteria(charter)) {
    const agreed =
      discussion.criteria[criterion] ?? usual(claimed(criterion), discussion.otherwise);
    if (agreed === null) continue;
    const { rating: choice, ...words } = { ...NO_FEEDBACK, ...agreed };
    const command = { reviewId, criterion, choice, ...words, readVersion: 0 };
    done(await agreeCriterion(then, chair, command));
  }
}

const NO_FEEDBACK = { commendation: '', recommendation: '', requirement: '' };

async function decide(services: Services, before: Before): Promise<void> {
  const { review, reviewId, password } = before;
  const { decision } = review;
  if (decision === undefined) return;
  const { on, outcome, level = '', revisionsDue, summary } = decision;
  const due = revisionsDue === undefined ? '' : momentOf(services, revisionsDue).slice(0, 10);
  const command = { reviewId, outcome, level, revisionsDueOn: due, summary, password };
  done(await recordDecision(onDay(services, on), chairOf(before), { ...command, correction: '' }));
  if (decision.published !== undefined) await publish(onDay(services, decision.published), before);
}

// The award that waits, as the administrator finds it on the desk.
async function publish(then: Services, { administrator }: Before): Promise<void> {
  const today = then.clock().toISOString().slice(0, 10);
  const desk = await awardsDesk(then, administrator, today);
  for (const { number } of desk?.waiting ?? []) {
    done(await publishAward(then, administrator, { number }));
  }
}

function chairOf({ reviews, person }: ReviewsGiven): Actor {
  return person(reviews.panel.seats.find(({ seat }) => seat === 'chair')?.person ?? '');
}

function usual(rating: Choice, reason: string | undefined) {
  return reason === undefined ? null : { rating, reason };
}

// A quarter past ten in the morning, UTC; on the Friday where it would be a weekend.
function momentOf({ clock }: Pick<Services, 'clock'>, days: number): string {
  const day = new Date(clock().getTime() + days * DAY);
  const beyondFriday = Math.max(0, ((day.getUTCDay() + 6) % 7) - 4);
  const workday = new Date(day.getTime() - beyondFriday * DAY).toISOString().slice(0, 10);
  return `${workday}T10:15:00.000Z`;
}
