import { expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { besideLastTime } from '#app/queries/submission/last-time.ts';
import type { Services } from '#app/services.server.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { addAward } from '#tests/support/awards.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

async function beside(services: Services, actor: Actor, id: string) {
  const view = await assessmentView(services, actor, id);
  if (view === null) throw new Error('no assessment');
  return besideLastTime(services, view);
}

async function claiming(claims: Readonly<Record<string, number>>) {
  const started = await startedAssessment();
  const { services, lead, id } = started;
  for (const [criterion, claimed] of Object.entries(claims)) {
    const answer = { claimed, notApplicable: null, narrative: 'We do it.', readVersion: 0 };
    const saved = await answerCriterion(services, lead, { assessmentId: id, criterion, ...answer });
    if (!saved.ok) throw new Error(saved.problem.code);
  }
  return { ...started, now: () => beside(services, lead, id) };
}

test('what a panel decided on the department stands beside its ratings now', async () => {
  const { services, now } = await claiming({ G1: 4, G2: 2, G3: 3 });
  expect((await now()).last).toBeNull();
  // Of another department: compared with nothing.
  await addAward(services, { organisation: 'south', department: 'pharmacy' });
  expect((await now()).last).toBeNull();
  await addAward(services, { level: 'silver' });
  const { last, questions } = await now();
  expect(last).toMatchObject({ day: '2027-03-01', charter: null, level: { now: 'No level yet' } });
  expect(last?.sections).toHaveLength(7);
  expect(last?.differing.map(({ id }) => id)).toEqual(['G1', 'G2']);
  expect(questions.filter(({ text }) => text.startsWith('What has changed?'))).toMatchObject([
    { criterion: 'G1' },
  ]);
});

test('a decision that was altered is compared with nothing', async () => {
  const { services, now } = await claiming({ G1: 4 });
  await addAward(services);
  expect((await now()).last).not.toBeNull();
  const { connection } = services.engine;
  const triggers = connection.prepare(`select name from sqlite_master where type = 'trigger'`);
  for (const name of triggers.pluck().all()) connection.exec(`drop trigger "${String(name)}"`);
  connection.exec(
    `update decisions set record = replace(record, '"consensus":3', '"consensus":4')`,
  );
  expect((await now()).last).toBeNull();
});
