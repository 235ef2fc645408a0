// A newcomer who does what the sentence says, and nothing else, comes from an empty draft to a submission, and after
// the panel asked for revisions to the next one.
import { expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import type { NextStep } from '#app/domain/home/next-steps.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { homeView } from '#app/queries/home/home.ts';
import { taskListAround } from '#app/queries/home/task-list-around.ts';
import { openRound } from '#app/use-cases/administration/administer-rounds.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { assignCriteria } from '#app/use-cases/assessment/assign-criteria.ts';
import { chooseRound } from '#app/use-cases/assessment/choose-round.ts';
import { commentOnCriterion } from '#app/use-cases/assessment/comment-on-criterion.ts';
import { enterFacts } from '#app/use-cases/assessment/enter-facts.ts';
import { resolveComment } from '#app/use-cases/assessment/resolve-comment.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { askToSign, sendBack } from '#app/use-cases/submission/ask-to-sign.ts';
import { reviseSubmission } from '#app/use-cases/submission/revise-submission.ts';
import { contentFingerprint, signOff } from '#app/use-cases/submission/sign-off.ts';
import { submitAssessment } from '#app/use-cases/submission/submit-assessment.ts';
import { enterCounts } from '#app/use-cases/workforce/enter-counts.ts';
import { listComments } from '#db/repositories/assessment/comment-rows.ts';
import { listRounds } from '#db/repositories/administration/round-rows.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { formatTwo } from '#tests/support/format-two.ts';
import { decidedReview, done, passwordFor } from '#tests/support/review.ts';
import { withAnyPassword } from '#tests/support/services.ts';
import { team } from '#tests/support/team.ts';

type Walker = { readonly services: Services; readonly assessmentId: string };

async function viewOf({ services, assessmentId }: Walker, actor: Actor) {
  const view = await assessmentView(services, actor, assessmentId);
  if (view === null) throw new Error('not in sight');
  return view;
}

/** What the task list says; the home page says the same. */
async function nextFor(walker: Walker, actor: Actor): Promise<NextStep> {
  const { services, assessmentId } = walker;
  const { next } = await taskListAround(services, actor, await viewOf(walker, actor));
  const home = (await homeView(services, actor)).assessments.find(({ id }) => id === assessmentId);
  expect(next).toEqual(home?.next);
  if (next === null) throw new Error('no sentence');
  return next;
}

const LINK = { title: 'Minutes', description: '', link: 'https://example.org/minutes' };
const COUNTS = {
  firstNumerator: 30,
  firstDenominator: 100,
  secondNumerator: 30,
  secondDenominator: 100,
  source: 'Staff record',
};

async function answer(walker: Walker, actor: Actor, criterion: string) {
  const { services, assessmentId } = walker;
  const row = (await viewOf(walker, actor)).rows.find((one) => one.criterion === criterion);
  const readVersion = row?.version ?? 0;
  // Begun first, finished when the sentence asks for it.
  const narrative = readVersion === 0 ? '' : `As it is, version ${readVersion}.`;
  const command = { assessmentId, criterion, claimed: 3, notApplicable: null };
  done(await answerCriterion(services, actor, { ...command, narrative, readVersion }));
}

/** Does what the sentence says; false = it says to wait. */
async function follow(walker: Walker, actor: Actor, step: NextStep): Promise<boolean> {
  const { services, assessmentId } = walker;
  switch (step.code) {
    case 'say-facts': {
      const facts = new Map([
        ['nation', 'wales'],
        ['leaders', '2'],
      ]);
      done(
        await enterFacts(services, actor, { assessmentId, facts, readVersion: 0, confirmed: true }),
      );
      return true;
    }
    case 'answer':
    case 'finish-answer':
    case 'revise-criterion':
      await answer(walker, actor, step.criterion.id);
      return true;
    case 'attach-evidence': {
      const { kinds } = (await viewOf(walker, actor)).charter;
      const criterion = step.criterion.id;
      const item = { ...LINK, assessmentId, criterion, file: null, kind: kinds[0]?.id ?? '' };
      done(await attachEvidence(services, actor, item));
      return true;
    }
    case 'enter-counts': {
      done(
        await enterCounts(services, actor, {
          assessmentId,
          indicator: step.indicator,
          readVersion: 0,
          ...COUNTS,
        }),
      );
      return true;
    }
    case 'answer-comments': {
      const place = { assessmentId, criterion: step.criterion.id };
      for (const { comment } of await listComments(services.engine.db, place))
        done(
          await resolveComment(services, actor, {
            assessmentId,
            comment: comment.id,
            resolved: true,
          }),
        );
      return true;
    }
    case 'add-action':
      done(await addAction(services, actor, { assessmentId, action: draftOf({}) }));
      return true;
    case 'choose-round': {
      const [round] = await listRounds(services.engine.db);
      done(await chooseRound(services, actor, { assessmentId, roundId: round?.id ?? '' }));
      return true;
    }
    case 'ask-to-sign':
    case 'read-sent-back':
      done(await askToSign(services, actor, { assessmentId, message: '' }));
      return true;
    case 'sign': {
      const contentSha256 = (await contentFingerprint(services, actor, assessmentId)) ?? '';
      done(await signOff(services, actor, { assessmentId, password: 'any', contentSha256 }));
      return true;
    }
    case 'submit':
      done(await submitAssessment(services, actor, { assessmentId }));
      return true;
    case 'begin-revision':
      done(await reviseSubmission(services, actor, { assessmentId }));
      return true;
    default:
      return false;
  }
}

/** Everybody in turn does what their sentence says until nobody has anything to do; the steps taken. */
async function walk(walker: Walker, people: Readonly<Record<string, Actor>>) {
  const taken: string[] = [];
  for (let moved = true; moved;) {
    moved = false;
    for (const [name, actor] of Object.entries(people)) {
      const step = await nextFor(walker, actor);
      if (!(await follow(walker, actor, step))) continue;
      taken.push(`${name} ${step.code}`);
      moved = true;
      // What was done is not asked for again.
      expect(await nextFor(walker, actor)).not.toEqual(step);
    }
    if (taken.length > 300) throw new Error(`it never ends: ${taken.slice(-6).join(', ')}`);
  }
  return taken;
}

async function beginner() {
  const joined = await team();
  const services = formatTwo(withAnyPassword(joined.services));
  const administrator = await joined.join('Bethan Administrator', 'charter-administrator', [
    null,
    null,
  ]);
  await services.engine.commit([passwordFor(joined.sponsor)]);
  done(
    await openRound(services, administrator, {
      name: 'Spring 2027',
      charter: 'bme-mentoring@1.0.0',
      opensAt: '2026-01-01T09:00:00.000Z',
      closesAt: '2099-04-30T16:00:00.000Z',
    }),
  );
  return { ...joined, services };
}

test('from an empty draft to a submission', async () => {
  const given = await beginner();
  const { services, lead, contributor, sponsor, viewer, assessmentId } = given;
  const walker = { services, assessmentId };
  expect((await nextFor(walker, lead)).code).toBe('say-facts');
  expect((await nextFor(walker, viewer)).code).toBe('wait-for-team');
  done(
    await assignCriteria(services, lead, {
      assessmentId,
      person: contributor.id,
      criteria: ['G1', 'G2'],
    }),
  );
  done(
    await commentOnCriterion(services, viewer, {
      assessmentId,
      criterion: 'G3',
      text: 'Is that so?',
      mentions: [],
    }),
  );
  const taken = await walk(walker, { lead, contributor, sponsor });
  expect(taken.slice(-3)).toEqual(['lead ask-to-sign', 'sponsor sign', 'lead submit']);
  for (const step of [
    'lead say-facts',
    'contributor answer',
    'contributor finish-answer',
    'contributor attach-evidence',
    'lead answer',
    'lead enter-counts',
    'lead answer-comments',
    'lead add-action',
    'lead choose-round',
  ])
    expect(taken).toContain(step);
  const { state, progress, charter } = await viewOf(walker, lead);
  expect(state).toBe('submitted');
  expect(charter.facts.length).toBeGreaterThan(0);
  expect(progress.total['not-started'] + progress.total['in-progress']).toBe(0);
  expect((await nextFor(walker, lead)).code).toBe('wait-for-panel');
});

test('what the sponsor sends back is read first, and signed in the end', async () => {
  const given = await beginner();
  const { services, lead, contributor, sponsor, assessmentId } = given;
  const walker = { services, assessmentId };
  for (let step = await nextFor(walker, lead); step.code !== 'wait-for-signature';) {
    if (!(await follow(walker, lead, step))) throw new Error(`stuck at ${step.code}`);
    step = await nextFor(walker, lead);
  }
  expect((await nextFor(walker, contributor)).code).toBe('wait-for-signature');
  done(await sendBack(services, sponsor, { assessmentId, comments: 'G1 is too short.' }));
  expect((await nextFor(walker, lead)).code).toBe('read-sent-back');
  expect((await nextFor(walker, sponsor)).code).toBe('wait-for-team');
  expect(await walk(walker, { lead, sponsor })).toEqual([
    'lead read-sent-back',
    'sponsor sign',
    'lead submit',
  ]);
});

test('from the revisions that a panel asks for to the next submission', async () => {
  const decided = await decidedReview({ outcome: 'minor-revisions', revisionsDueOn: '2027-06-30' });
  const { services, lead, contributor, sponsor, viewer, assessmentId, time } = decided;
  const walker = { services, assessmentId };
  time.now = new Date('2027-05-01T12:00:00.000Z');
  expect((await nextFor(walker, viewer)).code).toBe('wait-for-revision');
  const taken = await walk(walker, { lead, contributor, sponsor });
  expect(taken[0]).toBe('lead begin-revision');
  expect(taken.slice(-2)).toEqual(['sponsor sign', 'lead submit']);
  expect(taken.filter((step) => step.endsWith('revise-criterion')).length).toBeGreaterThan(10);
  expect((await nextFor(walker, lead)).code).toBe('wait-for-panel');
});

test('revisions whose day is over are nobody’s to begin', async () => {
  const decided = await decidedReview({ outcome: 'minor-revisions', revisionsDueOn: '2027-06-30' });
  const { services, lead, assessmentId, time } = decided;
  time.now = new Date('2027-07-01T12:00:00.000Z');
  expect((await nextFor({ services, assessmentId }, lead)).code).toBe('revisions-over');
  expect((await reviseSubmission(services, lead, { assessmentId })).ok).toBe(false);
});
