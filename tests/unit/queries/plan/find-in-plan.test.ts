import { expect, test } from 'vitest';
import type { FindQuery } from '#app/domain/search-terms.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { actionPlanPage } from '#app/queries/plan/action-plan-page.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { done } from '#tests/support/review.ts';
import { team } from '#tests/support/team.ts';

test('what is found keeps its number in the plan, in the table and over time', async () => {
  const { services, lead, assessmentId } = await team();
  for (const [objective, owner] of [
    ['Name a sponsor', 'Ama Mensah'],
    ['Open a café', 'Dai Rees'],
    ['Ask everybody', 'Ama Mensah'],
  ] as const)
    done(await addAction(services, lead, { assessmentId, action: draftOf({ objective, owner }) }));
  const view = await assessmentView(services, lead, assessmentId);
  if (view === null) throw new Error('not in sight');
  const asked = async (parts: Partial<FindQuery>) => {
    const query = { find: '', state: '', person: '', ...parts };
    const page = await actionPlanPage(services, view, { today: '2027-05-01', asker: 'a', query });
    return {
      numbers: page.groups.flatMap(({ actions }) => actions.map(({ number }) => number)),
      bars: page.gantt?.bars.map(({ label }) => label) ?? null,
      looking: page.looking,
    };
  };
  const whole = await asked({});
  expect(whole).toMatchObject({ numbers: [1, 2, 3], looking: { isNarrowed: false, found: 3 } });
  expect(whole.looking.owners).toEqual(['Ama Mensah', 'Dai Rees']);
  expect(await asked({ person: 'Ama Mensah' })).toMatchObject({
    numbers: [1, 3],
    bars: ['1. Name a sponsor', '3. Ask everybody'],
  });
  expect(await asked({ find: 'everybody' })).toMatchObject({
    numbers: [3],
    bars: ['3. Ask everybody'],
    looking: { isNarrowed: true, found: 1 },
  });
  expect(await asked({ state: 'overdue' })).toMatchObject({ numbers: [], bars: null });
});
