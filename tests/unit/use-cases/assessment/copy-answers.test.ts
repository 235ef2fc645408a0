import { expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { copyPage } from '#app/queries/assessment/copy-page.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { copyAnswers } from '#app/use-cases/assessment/copy-answers.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

/** Two assessments of one person who leads in both trusts; the first has three answers. */
async function two() {
  const { services, lead, id: sourceId } = await startedAssessment();
  const both: Actor = {
    ...lead,
    memberships: [
      ...lead.memberships,
      { role: 'assessment-lead', organisation: 'south', department: 'pharmacy' },
    ],
  };
  for (const criterion of ['G1', 'G2', 'G3']) {
    const answer = { assessmentId: sourceId, criterion, claimed: 1, notApplicable: null };
    await answerCriterion(services, both, {
      ...answer,
      narrative: `About ${criterion}`,
      readVersion: 0,
    });
  }
  const item = { title: 'Minutes', description: '', link: 'https://example.org/minutes' };
  await attachEvidence(services, both, {
    assessmentId: sourceId,
    criterion: 'G1',
    ...item,
    file: null,
  });
  const started = await startAssessment(services, both, {
    department: 'pharmacy',
    charter: 'bme-mentoring@1.0.0',
    targetLevel: 'silver',
  });
  if (!started.ok) throw new Error(started.problem.code);
  return { services, lead, both, sourceId, assessmentId: started.value.id };
}

test('chosen answers are copied with where they come from, and wait to be looked at', async () => {
  const { services, both, sourceId, assessmentId } = await two();
  const copied = await copyAnswers(services, both, {
    assessmentId,
    sourceId,
    criteria: ['G1', 'G3'],
  });
  expect(copied).toEqual({ ok: true, value: { copied: 2 } });
  const view = await assessmentView(services, both, assessmentId);
  expect(
    view?.rows.map(({ criterion, narrative, origin }) => [criterion, narrative, origin]),
  ).toEqual([
    ['G1', 'About G1', 'Copied from therapies, Trust north'],
    ['G3', 'About G3', 'Copied from therapies, Trust north'],
  ]);
  expect(view?.answerSet.answers.get('G1')?.evidence).toHaveLength(1);
  expect(view?.progress.criteria.get('G3')).toBe('in-progress');
});

test('what is written already is never offered and never overwritten', async () => {
  const { services, both, sourceId, assessmentId } = await two();
  const own = { assessmentId, criterion: 'G1', claimed: 0, notApplicable: null };
  await answerCriterion(services, both, { ...own, narrative: 'Our own words', readVersion: 0 });
  const view = await assessmentView(services, both, assessmentId);
  if (view === null) throw new Error('gone');
  const page = await copyPage(services, both, { view, from: sourceId });
  expect(page.answers.map(({ criterion }) => criterion)).toEqual(['G2', 'G3']);
  const again = await copyAnswers(services, both, { assessmentId, sourceId, criteria: ['G1'] });
  expect(again).toEqual({ ok: false, problem: { code: 'nothing-to-copy' } });
});

test('an assessment that the person may not read is no source', async () => {
  const { services, lead, both, sourceId, assessmentId } = await two();
  const south: Actor = { ...both, memberships: both.memberships.slice(1) };
  expect(await copyAnswers(services, south, { assessmentId, sourceId, criteria: ['G1'] })).toEqual({
    ok: false,
    problem: { code: 'not-found' },
  });
  expect(await copyAnswers(services, lead, { assessmentId, sourceId, criteria: ['G1'] })).toEqual({
    ok: false,
    problem: { code: 'not-found' },
  });
});
