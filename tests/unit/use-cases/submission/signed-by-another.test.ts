import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#app/domain/policy/actor.ts';
import { decidePage } from '#app/queries/review/decide-page.ts';
import { acceptDraft } from '#app/use-cases/assessment/accept-draft.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { recordDecision } from '#app/use-cases/review/record-decision.ts';
import { contentFingerprint, signOff } from '#app/use-cases/submission/sign-off.ts';
import { reopenAssessment, withdrawAssessment } from '#app/use-cases/submission/step-back.ts';
import { submitAssessment } from '#app/use-cases/submission/submit-assessment.ts';
import { whoSigns } from '#app/use-cases/submission/who-signs.ts';
import { changeSecurity } from '#db/repositories/accounts/account-security.ts';
import { loadSignature } from '#db/repositories/submission/submissions.ts';
import {
  agreeAll,
  criteriaOf,
  decisionOf,
  discussedReview,
  done,
  passwordFor,
  submitAgain,
  submittedAssessment,
} from '#tests/support/review.ts';

const HOUR = 3_600_000;
const refusal = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) });

/** A draft again, all of whose narratives the lead wrote, and a deputy beside the sponsor. */
async function draft() {
  const given = await submittedAssessment();
  const { services, lead, assessmentId, join } = given;
  done(await withdrawAssessment(services, lead, { assessmentId, reason: 'Too early' }));
  const deputy = await join('Dai Deputy', 'deputy-sponsor', ['north', null]);
  await services.engine.commit([passwordFor(deputy)]);
  const sign = async (actor: Actor) =>
    signOff(services, actor, {
      assessmentId,
      password: 'any',
      contentSha256: (await contentFingerprint(services, actor, assessmentId)) ?? '',
    });
  /** The same person, who holds this role as well. */
  const alsoAs = (actor: Actor, role: Role): Actor => ({
    ...actor,
    memberships: [...actor.memberships, { role, organisation: 'north', department: 'therapies' }],
  });
  const write = async (actor: Actor, count: number) => {
    for (const criterion of criteriaOf(services).slice(0, count)) {
      const command = { assessmentId, criterion, claimed: 2, notApplicable: null, readVersion: 1 };
      const narrative = `As ${actor.name} sees it.`;
      done(await answerCriterion(services, actor, { ...command, narrative }));
    }
  };
  return { ...given, deputy, sign, alsoAs, write };
}

describe('SEC-14 two people, not one', () => {
  test('a deputy signs as themselves, and the signature names the role', async () => {
    const { services, assessmentId, deputy, lead, sign } = await draft();
    done(await sign(deputy));
    expect(await loadSignature(services.engine.db, assessmentId)).toMatchObject({
      userId: deputy.id,
      name: 'Dai Deputy',
      role: 'deputy-sponsor',
    });
    done(await submitAssessment(services, lead, { assessmentId }));
  });

  test('a sponsor signs as sponsor', async () => {
    const { services, assessmentId, sponsor, sign } = await draft();
    done(await sign(sponsor));
    expect(await loadSignature(services.engine.db, assessmentId)).toMatchObject({
      role: 'executive-sponsor',
    });
  });

  test('whoever wrote more than half does not sign; the page says so and names who may', async () => {
    const { services, assessmentId, sponsor, deputy, sign, alsoAs, write } = await draft();
    const writing = alsoAs(sponsor, 'contributor');
    const criteria = criteriaOf(services).length;
    await write(writing, Math.floor(criteria / 2));
    expect((await whoSigns(services, writing, assessmentId))?.bar).toBeNull();
    const { services: again, ...other } = await draft();
    const over = Math.floor(criteria / 2) + 1;
    const wrote = other.alsoAs(other.sponsor, 'contributor');
    await other.write(wrote, over);
    expect(await other.sign(wrote)).toEqual(refusal('wrote-most'));
    expect(await whoSigns(again, wrote, other.assessmentId)).toEqual({
      bar: { code: 'wrote-most', own: over, all: criteria },
      others: ['Dai Deputy'],
    });
    // Another hat does not help.
    expect(await other.sign(other.sponsor)).toEqual(refusal('wrote-most'));
    done(await other.sign(other.deputy));
    done(await sign(deputy));
  });

  test('a draft that was accepted from a document counts as the accepter’s', async () => {
    const { services, assessmentId, sponsor, sign, alsoAs } = await draft();
    const accepting = alsoAs(sponsor, 'assessment-lead');
    const answers = criteriaOf(services).map((criterion) => ({
      criterion,
      claimed: 2,
      notApplicable: null,
      narrative: 'From the document.',
      readVersion: 1,
    }));
    const accepted = done(await acceptDraft(services, accepting, { assessmentId, answers }));
    expect(accepted.refused).toEqual([]);
    expect(await sign(sponsor)).toEqual(refusal('wrote-most'));
  });

  test('whoever submitted does not sign, and whoever signed does not submit', async () => {
    const { services, assessmentId, lead, sponsor, deputy, sign, alsoAs } = await draft();
    // The lead submitted it once.
    expect(await sign(alsoAs(lead, 'executive-sponsor'))).toEqual(refusal('submitted-it'));
    const both = alsoAs(deputy, 'assessment-lead');
    done(await sign(both));
    expect(await submitAssessment(services, both, { assessmentId })).toEqual(refusal('signed-it'));
    done(await reopenAssessment(services, lead, { assessmentId }));
    await submitAgain(services, { lead: both, sponsor, assessmentId });
  });
});

describe('for a day after a password was reset', () => {
  test('nobody signs; the page says until when, and who may now', async () => {
    const { services, time, assessmentId, sponsor, sign } = await draft();
    const resetAt = time.now.toISOString();
    const until = new Date(time.now.getTime() + 24 * HOUR).toISOString();
    await services.engine.commit([changeSecurity(sponsor.id, { resetAt })]);
    expect(await sign(sponsor)).toEqual({ ok: false, problem: { code: 'reset-lately', until } });
    expect(await whoSigns(services, sponsor, assessmentId)).toEqual({
      bar: { code: 'reset-lately', until },
      others: ['Dai Deputy'],
    });
    time.now = new Date(time.now.getTime() + 24 * HOUR - 1);
    expect(await sign(sponsor)).toEqual(refusal('reset-lately'));
    time.now = new Date(time.now.getTime() + 1);
    done(await sign(sponsor));
  });

  test('nobody records a decision', async () => {
    const { services, time, chair, reviewId } = await discussedReview();
    await agreeAll(services, { chair, reviewId, rating: 2 });
    const decide = () =>
      recordDecision(services, chair, decisionOf(reviewId, { outcome: 'award' }));
    await services.engine.commit([changeSecurity(chair.id, { resetAt: time.now.toISOString() })]);
    const until = new Date(time.now.getTime() + 24 * HOUR).toISOString();
    expect(await decide()).toEqual({ ok: false, problem: { code: 'reset-lately', until } });
    expect(done(await decidePage(services, chair, reviewId)).heldUntil).toBe(until);
    time.now = new Date(until);
    expect(done(await decidePage(services, chair, reviewId)).heldUntil).toBeNull();
    done(await decide());
  });
});
