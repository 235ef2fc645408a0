// Criteria as work: given out many at once with a day, asked to be looked at, agreed, or sent back with a comment.
import { expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { criterionTogether } from '#app/queries/assessment/together.ts';
import { workPage } from '#app/queries/assessment/work-page.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { planWork } from '#app/use-cases/assessment/plan-work.ts';
import { reviewAnswer } from '#app/use-cases/assessment/review-answer.ts';
import { done } from '#tests/support/review.ts';
import { team } from '#tests/support/team.ts';

async function working() {
  const given = await team();
  const { services, lead, contributor, assessmentId } = given;
  const view = async () => {
    const found = await assessmentView(services, lead, assessmentId);
    if (found === null) throw new Error('no assessment');
    return found;
  };
  const plan = (parts: object, actor: Actor = lead) =>
    planWork(services, actor, {
      ...{ assessmentId, which: 'ticked', ticked: [], person: '', dueOn: '', noDay: false },
      ...parts,
    });
  const page = async () => workPage(services, lead, { view: await view(), today: '2027-03-10' });
  const row = async (id: string) => (await page()).criteria.find((one) => one.id === id);
  const write = async (narrative: string, readVersion: number) =>
    done(
      await answerCriterion(services, contributor, {
        ...{ assessmentId, criterion: 'G1', claimed: 1, notApplicable: null },
        narrative,
        readVersion,
      }),
    );
  const step = (
    name: 'in-review' | 'agreed' | 'sent-back' | 'written',
    actor = lead,
    comment = '',
    readVersion = 1,
  ) =>
    reviewAnswer(services, actor, {
      ...{ assessmentId, criterion: 'G1', step: name, comment },
      readVersion,
    });
  return { ...given, view, plan, page, row, write, step };
}

test('a lead gives criteria to somebody, and a day, many at once; what others write stays', async () => {
  const { contributor, lead, viewer, plan, page, row, letters } = await working();
  const ticked = ['G1', 'G2'];
  expect(done(await plan({ ticked, person: contributor.id, dueOn: '2027-03-05' }))).toEqual({
    count: 2,
  });
  done(await plan({ ticked: ['G2'], person: lead.id }));
  expect(await row('G1')).toMatchObject({
    names: [contributor.name],
    dueOn: '2027-03-05',
    isLate: true,
  });
  expect((await row('G2'))?.names.toSorted()).toEqual([contributor.name, lead.name].toSorted());
  done(await plan({ ticked, noDay: true }));
  expect(await row('G1')).toMatchObject({ names: [contributor.name], dueOn: null, isLate: false });
  const [letter] = (await letters()).filter(({ recipient }) => recipient === contributor.email);
  expect(letter?.text).toContain('G1 and G2');
  // All that nobody writes yet.
  const left = (await page()).criteria.filter(({ names }) => names.length === 0).length;
  expect(done(await plan({ which: 'unassigned', person: lead.id }))).toEqual({ count: left });
  expect((await page()).criteria.every(({ names }) => names.length > 0)).toBe(true);
  expect(await plan({ ticked, person: viewer.id })).toMatchObject({
    problem: { code: 'cannot-answer' },
  });
  expect(await plan({ ticked, dueOn: '2027-04-01' }, contributor)).toMatchObject({
    problem: { code: 'not-allowed' },
  });
});

test('an answer is asked to be looked at, agreed, and being written again once it is changed', async () => {
  const { lead, contributor, viewer, row, write, step } = await working();
  expect(await step('in-review', contributor)).toMatchObject({
    problem: { code: 'answer-not-ready' },
  });
  await write('Our sponsor is the medical director.', 0);
  done(await step('in-review', contributor));
  expect((await row('G1'))?.review).toBe('in-review');
  expect(await step('agreed', contributor)).toMatchObject({
    problem: { code: 'review-not-allowed' },
  });
  expect(await step('in-review', viewer)).toMatchObject({ problem: { code: 'not-allowed' } });
  expect(await step('agreed', lead, '', 0)).toMatchObject({ problem: { code: 'answer-changed' } });
  done(await step('agreed'));
  expect((await row('G1'))?.review).toBe('agreed');
  await write('Our sponsor is the chief nurse.', 1);
  expect((await row('G1'))?.review).toBeNull();
});

test('what is sent back has a comment, tells whoever writes it, and stays so until it is asked about again', async () => {
  const { services, lead, contributor, plan, row, view, write, step, letters } = await working();
  done(await plan({ ticked: ['G1'], person: contributor.id }));
  await write('Our sponsor is the medical director.', 0);
  expect(await step('sent-back')).toMatchObject({ problem: { code: 'comment-empty' } });
  expect((await row('G1'))?.review).toBeNull();
  done(await step('sent-back', lead, 'Say since when.'));
  const at = { view: await view(), criterion: 'G1' };
  const together = await criterionTogether(services, contributor, at);
  expect(together.comments.map(({ text, mentions }) => [text, mentions])).toEqual([
    ['Say since when.', [contributor.name]],
  ]);
  expect(together.work).toMatchObject({ review: 'sent-back', steps: ['in-review'] });
  const told = (await letters()).filter(({ recipient }) => recipient === contributor.email);
  expect(told.map(({ subject }) => subject)).toContain('G1 of therapies is sent back to you');
  await write('Our sponsor has been the medical director since March.', 1);
  expect((await row('G1'))?.review).toBe('sent-back');
  done(await step('in-review', contributor));
  expect((await row('G1'))?.review).toBe('in-review');
});
