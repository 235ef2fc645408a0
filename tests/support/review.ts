// A submitted assessment of `therapies` in `north`, and a panel of the awarding body for it, through the
// use cases. The clock can be moved; every password is right.
import type { ActionDraft } from '#app/domain/plan/check-action.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Result } from '#app/domain/problem.ts';
import { awards } from '#app/domain/review/decided-outcome.ts';
import type { Seat } from '#app/domain/review/panel-size.ts';
import type { Services } from '#app/services.server.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { openRound } from '#app/use-cases/administration/administer-rounds.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { createPanel, seatMember } from '#app/use-cases/review/build-panel.ts';
import { chooseRound } from '#app/use-cases/assessment/choose-round.ts';
import { declareInterest } from '#app/use-cases/review/declare-interest.ts';
import { agreeCriterion, openDiscussion } from '#app/use-cases/review/discuss-review.ts';
import { openReview } from '#app/use-cases/review/open-review.ts';
import { rateCriterion } from '#app/use-cases/review/rate-criterion.ts';
import {
  type RecordDecisionCommand,
  recordDecision,
} from '#app/use-cases/review/record-decision.ts';
import { sealRatings } from '#app/use-cases/review/seal-ratings.ts';
import { contentFingerprint, signOff } from '#app/use-cases/submission/sign-off.ts';
import { submitAssessment } from '#app/use-cases/submission/submit-assessment.ts';
import { insertPassword } from '#db/repositories/accounts/sign-in-rows.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';
import type { Write } from '#db/store.ts';
import { scenario } from '#tests/support/scenario.ts';
import { withAnyPassword } from '#tests/support/services.ts';
import { around, team } from '#tests/support/team.ts';

/** The value, or an error that says what was refused. */
export function done<T, P extends { readonly code: string }>(result: Result<T, P>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.problem)}`);
}

/** Anything: withAnyPassword takes every password for it. */
export function passwordFor({ id: userId }: Actor): Write {
  return insertPassword(`password ${userId}`, { userId, hash: 'any', at: '2027-01-01T00:00:00Z' });
}

const CHARTER = 'bme-mentoring@1.0.0';

/** The criteria of the charter that is assessed. */
export function criteriaOf({ library }: Pick<Services, 'library'>): readonly string[] {
  const charter = library.versions.get(CHARTER)?.charter;
  return charter === undefined ? [] : allCriteria(charter).map(({ id }) => id);
}

/** Signed and submitted once more; the number that it got. */
export async function submitAgain(
  services: Services,
  given: { readonly lead: Actor; readonly sponsor: Actor; readonly assessmentId: string },
): Promise<number> {
  const { lead, sponsor, assessmentId } = given;
  const contentSha256 = (await contentFingerprint(services, sponsor, assessmentId)) ?? '';
  done(await signOff(services, sponsor, { assessmentId, password: 'any', contentSha256 }));
  return done(await submitAssessment(services, lead, { assessmentId })).number;
}

/** A copy of a scenario with a clock that a test can move, where every password is right. */
function moving<Facts extends { readonly assessmentId: string }>(given: {
  readonly services: Services;
  readonly facts: Facts;
}) {
  const time = { now: given.services.clock() };
  const services: Services = { ...withAnyPassword(given.services), clock: () => time.now };
  return { ...given.facts, ...around(given.services, given.facts), services, time };
}

const submitted = scenario(async (actions: readonly ActionDraft[]) => {
  const joined = await team();
  const services = withAnyPassword(joined.services);
  const { lead, contributor, viewer, sponsor, stranger, assessmentId, join } = joined;
  const administrator = await join('Bethan Administrator', 'charter-administrator', [null, null]);
  const round = done(
    await openRound(services, administrator, {
      name: 'Spring 2027',
      charter: CHARTER,
      opensAt: '2027-02-01T09:00:00.000Z',
      closesAt: '2027-04-30T16:00:00.000Z',
    }),
  );
  done(await chooseRound(services, lead, { assessmentId, roundId: round.id }));
  for (const criterion of criteriaOf(services)) {
    const command = { assessmentId, criterion, claimed: 2, notApplicable: null };
    done(
      await answerCriterion(services, lead, { ...command, narrative: 'As it is.', readVersion: 0 }),
    );
    const minutes = { title: 'Minutes', description: '', link: 'https://example.org/minutes' };
    done(await attachEvidence(services, lead, { assessmentId, criterion, file: null, ...minutes }));
  }
  for (const action of actions) done(await addAction(services, lead, { assessmentId, action }));
  await services.engine.commit([passwordFor(sponsor)]);
  await submitAgain(services, { lead, sponsor, assessmentId });
  const [submission] = await listSubmissions(services.engine.db, assessmentId);
  const chair = await join('Sunita Chair', 'panel-chair', [null, null]);
  const first = await join('Kwabena First', 'panel-member', [null, null]);
  const second = await join('Orla Second', 'panel-member', [null, null]);
  await services.engine.commit([passwordFor(chair)]);
  const people = { lead, contributor, viewer, sponsor, stranger, administrator };
  const facts = { ...people, assessmentId, submissionId: submission?.id ?? '' };
  return { services, facts: { ...facts, chair, first, second } };
});

/** The assessment, submitted, and five people who can sit on a panel. */
export async function submittedAssessment(actions: readonly ActionDraft[] = []) {
  return moving(await submitted(actions));
}

export type Submitted = Awaited<ReturnType<typeof submittedAssessment>>;

/** A panel of these people. */
export async function panelOf(
  { services, administrator }: Pick<Submitted, 'services' | 'administrator'>,
  seats: readonly { readonly person: Actor; readonly seat: Seat; readonly statistics?: boolean }[],
): Promise<string> {
  const { id } = done(await createPanel(services, administrator, { name: 'Panel A' }));
  for (const { person, seat, statistics = false } of seats) {
    const command = { panelId: id, userId: person.id, seat, statistics };
    done(await seatMember(services, administrator, command));
  }
  return id;
}

const opened = scenario(async (actions: readonly ActionDraft[]) => {
  const { services, facts } = await submitted(actions);
  const { administrator, submissionId, chair, first, second } = facts;
  const panelId = await panelOf({ services, administrator }, [
    { person: chair, seat: 'chair' },
    { person: first, seat: 'reviewer', statistics: true },
    { person: second, seat: 'reviewer' },
  ]);
  const command = { panelId, submissionId, ratingsDueAt: '2027-04-01T16:00:00.000Z' };
  const { id: reviewId } = done(await openReview(services, administrator, command));
  return { services, facts: { ...facts, panelId, reviewId, raters: [chair, first, second] } };
});

/** The submission before a panel of the chair and two reviewers. */
export async function openedReview(actions: readonly ActionDraft[] = []) {
  return moving(await opened(actions));
}

/** Everyone has no conflict, rates every criterion `rating` and seals. */
export async function rateAll(
  services: Services,
  {
    reviewId,
    raters,
    criteria = criteriaOf(services),
    rating = 2,
  }: {
    readonly reviewId: string;
    readonly raters: readonly Actor[];
    /** Left out = those of the charter of these tests. */
    readonly criteria?: readonly string[];
    readonly rating?: number;
  },
): Promise<void> {
  for (const person of raters) {
    done(await declareInterest(services, person, { reviewId, conflict: false, reason: '' }));
    for (const criterion of criteria) {
      const command = { reviewId, criterion, choice: rating, reason: 'Shown.', readVersion: 0 };
      done(await rateCriterion(services, person, command));
    }
    done(await sealRatings(services, person, { reviewId }));
  }
}

const discussed = scenario(async (actions: readonly ActionDraft[]) => {
  const { services, facts } = await opened(actions);
  const { reviewId, raters, chair } = facts;
  await rateAll(services, { reviewId, raters });
  done(await openDiscussion(services, chair, { reviewId }));
  return { services, facts };
});

/** A review whose members have all sealed, in discussion. */
export async function discussedReview(actions: readonly ActionDraft[] = []) {
  return moving(await discussed(actions));
}

const agreed = scenario(async (rating: number, requirement: string) => {
  const { services, facts } = await discussed([]);
  await agreeAll(services, { ...facts, rating, requirement });
  return { services, facts };
});

/** The chair agrees a rating for every criterion. */
export async function agreeAll(
  services: Services,
  given: {
    readonly chair: Actor;
    readonly reviewId: string;
    /** Left out = those of the charter of these tests. */
    readonly criteria?: readonly string[];
    readonly rating: number;
    readonly requirement?: string;
  },
): Promise<void> {
  const { chair, reviewId, rating, requirement = '', criteria = criteriaOf(services) } = given;
  for (const criterion of criteria) {
    const feedback = { commendation: '', recommendation: '', requirement };
    const command = { reviewId, criterion, choice: rating, reason: 'Agreed.', readVersion: 0 };
    done(await agreeCriterion(services, chair, { ...command, ...feedback }));
  }
}

/** A decision as the form sends it. */
export function decisionOf(
  reviewId: string,
  parts: Partial<RecordDecisionCommand> & Pick<RecordDecisionCommand, 'outcome'>,
): RecordDecisionCommand {
  return {
    reviewId,
    password: 'any',
    level: '',
    revisionsDueOn: '',
    summary: 'The panel has read it.',
    correction: '',
    ...parts,
  };
}

/** A review decided as `outcome`, every criterion agreed at `rating`. */
export async function decidedReview(
  parts: Partial<RecordDecisionCommand> & Pick<RecordDecisionCommand, 'outcome'>,
  rating = 2,
) {
  // Nothing is awarded while a requirement stands.
  const requirement = awards(parts.outcome) ? '' : 'Write it down.';
  const given = moving(await agreed(rating, requirement));
  const { services, chair, reviewId } = given;
  const { id: decisionId } = done(
    await recordDecision(services, chair, decisionOf(reviewId, parts)),
  );
  return { ...given, decisionId };
}
