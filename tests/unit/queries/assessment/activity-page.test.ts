import { expect, test } from 'vitest';
import { activityPage } from '#app/queries/assessment/activity-page.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { commentOnCriterion } from '#app/use-cases/assessment/comment-on-criterion.ts';
import { audit } from '#db/repositories/audit.ts';
import { team } from '#tests/support/team.ts';

async function done() {
  const given = await team();
  const { services, assessmentId, lead, contributor, viewer } = given;
  const page = async (number = 1) => {
    const view = await assessmentView(services, viewer, assessmentId);
    if (view === null) throw new Error('not in sight');
    return activityPage(services, view, number);
  };
  for (const readVersion of [0, 1, 2]) {
    const command = { assessmentId, criterion: 'G1', claimed: 3, notApplicable: null, readVersion };
    await answerCriterion(services, contributor, {
      ...command,
      narrative: `SECRET ${readVersion}`,
    });
  }
  const text = 'SECRET comment';
  await commentOnCriterion(services, lead, { assessmentId, criterion: 'G1', text, mentions: [] });
  return { ...given, page };
}

test('newest first, and saves that follow each other are one line', async () => {
  const { page } = await done();
  const { items } = await page();
  expect(items.map(({ name, event, criterion }) => [name, event, criterion?.id])).toEqual([
    ['Niamh Lead', 'comment-added', 'G1'],
    ['Sian Contributor', 'criterion-answered', 'G1'],
    [null, 'assessment-started', undefined],
  ]);
});

test('no text, rating or count is in it', async () => {
  const { page } = await done();
  const whole = JSON.stringify(await page());
  expect(whole).not.toContain('SECRET');
  expect(whole).not.toContain('rating');
});

test('a long trail has pages, and what belongs to another assessment is in none', async () => {
  const { services, assessmentId, page } = await done();
  await services.engine.commit(
    Array.from({ length: 70 }, (_, index) =>
      audit({
        at: '2027-03-01T10:00:00.000Z',
        actor: `person ${index}`,
        event: 'counts-entered',
        organisation: 'north',
        subject: index < 60 ? assessmentId : 'another',
      }),
    ),
  );
  expect((await page(1)).items).toHaveLength(30);
  expect((await page(3)).items).toHaveLength(3);
  expect(await page(99)).toMatchObject({ page: 3, pages: 3 });
  expect(await page(-1)).toMatchObject({ page: 1 });
});
