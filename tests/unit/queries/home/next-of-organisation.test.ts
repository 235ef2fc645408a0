// Where an organisation answers some criteria once, its departments are never told to write them, and whoever answers
// for the organisation is.
import { expect, test } from 'vitest';
import {
  type AssessmentView,
  assessmentView,
  organisationView,
} from '#app/doors/assessment-view.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { taskListAround } from '#app/queries/home/task-list-around.ts';
import { openRound } from '#app/use-cases/administration/administer-rounds.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { beginOrganisationAnswers } from '#app/use-cases/assessment/begin-organisation-answers.ts';
import { withCharter } from '#tests/support/format-two.ts';
import { done } from '#tests/support/review.ts';
import { personWith } from '#tests/support/services.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

const CHARTER = 'bme-mentoring@1.0.0';
const WHOLE = personWith('assessment-lead', 'north', null);

/** G1 is the organisation’s. */
async function asked() {
  const started = await startedAssessment();
  const services = withCharter(started.services, CHARTER, (charter) => ({
    ...charter,
    format: 2,
    sections: charter.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((one) =>
        one.id === 'G1' ? { ...one, scope: 'organisation' as const } : one,
      ),
    })),
  }));
  const administrator = personWith('charter-administrator', 'body', null);
  const round = done(
    await openRound(services, administrator, {
      name: 'Spring 2027',
      charter: CHARTER,
      opensAt: '2027-02-01T09:00:00.000Z',
      closesAt: '2027-04-30T16:00:00.000Z',
    }),
  );
  const place = { organisationId: 'north', charter: CHARTER, roundId: round.id };
  const set = done(await beginOrganisationAnswers(services, WHOLE, place));
  const next = async (actor: Actor, view: AssessmentView | null) => {
    if (view === null) throw new Error('not in sight');
    return (await taskListAround(services, actor, view)).next;
  };
  return {
    ...started,
    services,
    set: set.id,
    ofDepartment: async (actor: Actor) =>
      next(actor, await assessmentView(services, actor, started.id)),
    ofOrganisation: async (actor: Actor) =>
      next(actor, await organisationView(services, actor, set.id)),
  };
}

test('a department begins with the first criterion of its own', async () => {
  const { lead, ofDepartment } = await asked();
  expect(await ofDepartment(lead)).toMatchObject({ code: 'answer', criterion: { id: 'G2' } });
});

test('the lead of the organisation answers its own, and who reads waits for nothing', async () => {
  const { services, set, ofOrganisation } = await asked();
  expect(await ofOrganisation(WHOLE)).toMatchObject({ code: 'answer', criterion: { id: 'G1' } });
  const viewer = personWith('organisation-viewer', 'north', null);
  expect(await ofOrganisation(viewer)).toBeNull();
  done(
    await answerCriterion(services, WHOLE, {
      assessmentId: set,
      criterion: 'G1',
      claimed: 0,
      notApplicable: null,
      narrative: 'Nobody does yet.',
      readVersion: 0,
    }),
  );
  expect(await ofOrganisation(WHOLE)).toBeNull();
});
