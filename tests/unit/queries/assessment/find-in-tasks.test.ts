import { expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import type { FindQuery } from '#app/domain/search-terms.ts';
import { findInTasks } from '#app/queries/assessment/find-in-tasks.ts';
import { taskListPage } from '#app/queries/assessment/task-list-page.ts';
import { togetherOf } from '#app/queries/assessment/together.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { assignCriteria } from '#app/use-cases/assessment/assign-criteria.ts';
import { done } from '#tests/support/review.ts';
import { team } from '#tests/support/team.ts';

async function written() {
  const { services, lead, contributor, assessmentId } = await team();
  const answer = { assessmentId, claimed: 1, notApplicable: null, readVersion: 0 };
  done(
    await answerCriterion(services, contributor, {
      ...answer,
      criterion: 'G2',
      narrative: 'Kittiwakes nest on the roof.',
    }),
  );
  done(
    await assignCriteria(services, lead, {
      assessmentId,
      person: contributor.id,
      criteria: ['G1', 'M1'],
    }),
  );
  return async (parts: Partial<FindQuery>) => {
    const view = await assessmentView(services, contributor, assessmentId);
    if (view === null) throw new Error('not in sight');
    const together = await togetherOf(services, contributor, view);
    const query = { find: '', state: '', person: '', ...parts };
    return findInTasks(taskListPage(view, { together }), view, {
      query,
      mine: together.mine,
      today: '2027-03-01',
    });
  };
}

const idsIn = ({ sections }: ReturnType<typeof findInTasks>) =>
  sections.flatMap(({ criteria }) => criteria.map(({ id }) => id));

test('what was answered is searched, too', async () => {
  const find = await written();
  const found = await find({ find: 'kittiwakes' });
  expect(idsIn(found)).toEqual(['G2']);
  expect(found.looking).toMatchObject({ found: 1, isNarrowed: true, unknown: [] });
});

test('my criteria are those that I was asked to write, by name or as me', async () => {
  const find = await written();
  for (const person of ['me', 'Sian Contributor'])
    expect(idsIn(await find({ person }))).toEqual(['G1', 'M1']);
  expect(idsIn(await find({ person: 'me', state: 'ready' }))).toEqual([]);
  const nobody = idsIn(await find({ find: 'person:nobody' }));
  expect(nobody).toContain('G2');
  expect(nobody).not.toContain('G1');
  expect((await find({})).looking.people).toEqual(['Sian Contributor']);
});

test('nothing asked for is every criterion, in the order of the charter', async () => {
  const find = await written();
  const { looking, ...all } = await find({});
  expect(looking.isNarrowed).toBe(false);
  expect([looking.found, looking.all]).toEqual([looking.all, idsIn({ looking, ...all }).length]);
});
