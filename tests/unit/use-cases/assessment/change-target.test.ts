import { expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { whereWeStandPage } from '#app/queries/assessment/where-we-stand-page.ts';
import { changeTarget } from '#app/use-cases/assessment/change-target.ts';
import { personWith } from '#tests/support/services.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

test('the lead changes the level aimed for, and the way shown leads there', async () => {
  const { services, lead, id: assessmentId } = await startedAssessment();
  const changed = await changeTarget(services, lead, { assessmentId, targetLevel: 'silver' });
  expect(changed).toEqual({ ok: true, value: { targetLevel: 'silver' } });
  const view = await assessmentView(services, lead, assessmentId);
  if (view === null) throw new Error('the assessment is gone');
  expect(view.targetLevel).toBe('silver');
  const standing = async (to: string | null) =>
    (await whereWeStandPage(services, view, { to, pins: [], asker: 'a' })).way.to;
  expect(await standing(null)).toBe('silver');
  expect(await standing('bronze')).toBe('bronze');
});

test('a level that the charter does not have is refused, and so is a contributor', async () => {
  const { services, lead, id: assessmentId } = await startedAssessment();
  const contributor = personWith('contributor', 'north', 'therapies');
  expect(await changeTarget(services, lead, { assessmentId, targetLevel: 'platinum' })).toEqual({
    ok: false,
    problem: { code: 'no-such-level' },
  });
  expect(await changeTarget(services, contributor, { assessmentId, targetLevel: 'gold' })).toEqual({
    ok: false,
    problem: { code: 'not-allowed' },
  });
});
