import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { OverviewQuery } from '#app/domain/home/overview.ts';
import type { Services } from '#app/services.server.ts';
import { overviewPage, overviewPdf, overviewXlsx } from '#app/queries/home/overview-page.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { reviseSubmission } from '#app/use-cases/submission/revise-submission.ts';
import { insertDepartment } from '#db/repositories/people/roles.ts';
import { personWith } from '#tests/support/services.ts';
import { decidedReview, done, submitAgain } from '#tests/support/review.ts';
import { team } from '#tests/support/team.ts';

const EVERYTHING: OverviewQuery = { text: '', state: '', sort: 'department' };

async function overview(services: Services, actor: Actor, query = EVERYTHING) {
  const page = await overviewPage(services, actor, { organisation: 'north', query });
  if (page === null) throw new Error('no overview');
  return page;
}

async function addAudiology({ engine, clock }: Services) {
  const createdAt = clock().toISOString();
  await engine.commit([
    insertDepartment({ id: 'audiology', organisationId: 'north', name: 'audiology', createdAt }),
  ]);
}

describe('who reads it', () => {
  test.each([
    ['assessment-lead', 'north', null, true],
    ['executive-sponsor', 'north', null, true],
    ['organisation-viewer', 'north', null, true],
    ['contributor', 'north', null, true],
    ['assessment-lead', 'north', 'therapies', false],
    ['executive-sponsor', 'north', 'therapies', false],
    ['assessment-lead', 'south', null, false],
    ['charter-administrator', null, null, false],
    ['panel-chair', null, null, false],
  ] as const)('%s of %s, %s: %s', async (role, organisation, department, is) => {
    const { services } = await team();
    const actor = personWith(role, organisation, department);
    const asked = { organisation: 'north', query: EVERYTHING };
    expect((await overviewPage(services, actor, asked)) !== null).toBe(is);
    expect((await overviewXlsx(services, actor, asked)) !== null).toBe(is);
    expect((await overviewPdf(services, actor, asked)) !== null).toBe(is);
  });

  test('of an organisation that is not there, nobody', async () => {
    const { services, viewer } = await team();
    const asked = { organisation: 'west', query: EVERYTHING };
    expect(await overviewPage(services, viewer, asked)).toBeNull();
  });
});

test('every department has a row, and no other organisation’s', async () => {
  const { services, viewer, assessmentId, contributor } = await team();
  await addAudiology(services);
  done(
    await answerCriterion(services, contributor, {
      assessmentId,
      criterion: 'G1',
      claimed: 2,
      notApplicable: null,
      narrative: 'As it is.',
      readVersion: 0,
    }),
  );
  const { rows, all } = await overview(services, viewer);
  expect(all).toBe(rows.length);
  expect(rows.map(({ department, state }) => [department, state])).toEqual([
    ['audiology', 'none'],
    ['therapies', 'draft'],
  ]);
  const [none, draft] = rows;
  expect(none).toMatchObject({ id: null, coverage: null, overall: null, sections: [] });
  expect(draft).toMatchObject({
    id: assessmentId,
    coverage: { points: 1 },
    plan: { done: 0, all: 0, overdue: 0 },
    before: null,
  });
  expect(draft?.sections.every(({ share }) => share !== null && share >= 0 && share <= 1)).toBe(
    true,
  );
  const narrowed = await overview(services, viewer, { ...EVERYTHING, state: 'none' });
  expect([narrowed.rows.length, narrowed.all]).toEqual([1, 2]);
});

describe('the submission before', () => {
  const DUE = '2027-06-30';

  test('is none of what is submitted first, and what the panel said once it is revised', async () => {
    const given = await decidedReview({ outcome: 'minor-revisions', revisionsDueOn: DUE });
    const { services, lead, viewer, assessmentId, time } = given;
    const row = async () =>
      (await overview(services, viewer)).rows.find(({ id }) => id === assessmentId);
    expect(await row()).toMatchObject({ state: 'revisions', dueOn: DUE, before: null });
    time.now = new Date('2027-05-01T12:00:00.000Z');
    done(await reviseSubmission(services, lead, { assessmentId }));
    const first = { number: 1, submittedOn: '2027-03-01', what: 'Minor revisions' };
    const revised = await row();
    expect(revised).toMatchObject({ state: 'revisions', before: { ...first, tenths: 0 } });
    expect(revised?.before?.overall).toEqual(revised?.overall);
    done(
      await answerCriterion(services, lead, {
        assessmentId,
        criterion: 'G1',
        claimed: 0,
        notApplicable: null,
        narrative: 'As it is not.',
        readVersion: 1,
      }),
    );
    const lower = await row();
    const [now, then] = [lower?.overall, lower?.before?.overall];
    if (!now || !then) throw new Error('no score');
    expect(lower?.before?.tenths).toBe(
      Math.round((now.points / now.available - then.points / then.available) * 1000),
    );
    expect(lower?.before?.tenths).toBeLessThan(0);
    await submitAgain(services, given);
    expect(await row()).toMatchObject({ state: 'submitted', dueOn: null, before: first });
  });

  test('is not the one that was awarded', async () => {
    const given = await decidedReview({ outcome: 'award' });
    const [row] = (await overview(given.services, given.viewer)).rows;
    expect(row).toMatchObject({ state: 'awarded', before: null });
  });
});

test('spreadsheet and document hold the rows of the page, in its order', async () => {
  const { services, viewer } = await team();
  await addAudiology(services);
  const asked = { organisation: 'north', query: { ...EVERYTHING, sort: 'coverage' } } as const;
  const labels = (await overviewPage(services, viewer, asked))?.rows.map(({ label }) => label);
  const workbook = (await overviewXlsx(services, viewer, asked))?.workbook;
  expect(workbook?.sheets.map(({ name }) => name)).toEqual([
    'Overview of departments',
    'Sections 1',
  ]);
  const [sheet] = workbook?.sheets ?? [];
  expect(sheet?.rows.map(([first]) => first)).toEqual(
    labels?.map((text) => ({ kind: 'text', text })),
  );
  for (const { columns, rows } of workbook?.sheets ?? [])
    for (const cells of rows) expect(cells).toHaveLength(columns.length);
  const blocks = (await overviewPdf(services, viewer, asked))?.model.blocks ?? [];
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  expect(tables[0]?.rows.map(([first]) => first)).toEqual(labels);
  for (const { columns, rows } of tables) {
    expect(columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
    for (const cells of rows) expect(cells).toHaveLength(columns.length);
  }
});
