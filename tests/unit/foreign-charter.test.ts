// A charter that nobody here has heard of works from end to end: YAML, score, cheapest way, pages, both
// documents. Its scores are worked out by hand in the comments.
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { actionPlanPage } from '#app/queries/plan/action-plan-page.ts';
import { assessmentView, type AssessmentView } from '#app/doors/assessment-view.ts';
import { charterPage } from '#app/queries/charters/charter-page.ts';
import { criterionPage } from '#app/queries/assessment/criterion-page.ts';
import type { Services } from '#app/services.server.ts';
import {
  assessmentDocument,
  DOCUMENT_KINDS,
  wayToTarget,
} from '#app/queries/assessment/documents.ts';
import { startChoices } from '#app/queries/assessment/start-choices.ts';
import { indicatorPage } from '#app/queries/workforce/indicator-page.ts';
import { taskListPage } from '#app/queries/assessment/task-list-page.ts';
import { whereWeStandPage } from '#app/queries/assessment/where-we-stand-page.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { enterCounts } from '#app/use-cases/workforce/enter-counts.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { FOREIGN_CHARTER, foreignLibrary } from '#tests/support/foreign-charter.ts';
import { readPdf } from '#tests/support/pdf-read.ts';
import { addDepartment, personWith, testServices } from '#tests/support/services.ts';
import { worked } from '#tests/support/worked.ts';

const SHIPPED_WORDS = /\b(?:bronze|silver|gold|bme|mentor\w*|foundation|advanced)\b/i;

/**
 * B1 (weight 2) claims the highest rating without its evidence, so one less counts; B2 claims the
 * highest with evidence; W1 claims 1, and its indicator rises; W2 is not answered.
 */
async function answeredOn(ratings: number) {
  const services = await testServices(await foreignLibrary(ratings));
  await addDepartment(services, 'north', 'plots');
  const lead = personWith('assessment-lead', 'north', 'plots');
  const started = await startAssessment(services, lead, {
    department: 'plots',
    charter: FOREIGN_CHARTER,
    targetLevel: 'leaf',
  });
  if (!started.ok) throw new Error(started.problem.code);
  const assessmentId = started.value.id;
  const said = { notApplicable: null, narrative: 'We dug.', readVersion: 0 };
  const claims = { B1: ratings - 1, B2: ratings - 1, W1: 1 };
  const results = [
    ...(await Promise.all(
      Object.entries(claims).map(([criterion, claimed]) =>
        answerCriterion(services, lead, { assessmentId, criterion, claimed, ...said }),
      ),
    )),
    await attachEvidence(services, lead, {
      assessmentId,
      criterion: 'B2',
      title: 'A photograph',
      description: 'Beans.',
      link: 'https://example.org/beans',
      file: null,
    }),
    await enterCounts(services, lead, {
      assessmentId,
      indicator: 'rain',
      source: 'Counted',
      readVersion: 0,
      firstNumerator: 1,
      firstDenominator: 9,
      secondNumerator: 4,
      secondDenominator: 9,
    }),
    await addAction(services, lead, { assessmentId, action: draftOf({ criteria: ['W1'] }) }),
  ];
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
  const view = await assessmentView(services, lead, assessmentId);
  if (view === null) throw new Error('no assessment');
  return { services, lead, view };
}

type Expected = {
  readonly ratings: number;
  readonly highest: string;
  readonly points: readonly [number, number];
  readonly overall: string;
  readonly level: string;
  readonly effort: number;
};

// Ratings 0 to 2: B 2×1 + 2 of 6, W 1 of 4, so 5 of 10. Section W has its 25 %. Leaf needs 6 points:
// one step. Ratings 0 to 10: B 2×9 + 10 of 30, W 1 of 20, so 29 of 50. Section W needs 5 points for
// anything above seed: four steps, which also bring the 30 points of leaf.
const SCALES: readonly Expected[] = [
  {
    ratings: 3,
    highest: 'Plot two',
    points: [5, 10],
    overall: '50.0%',
    level: 'Sprout',
    effort: 1,
  },
  {
    ratings: 11,
    highest: 'Plot ten',
    points: [29, 50],
    overall: '58.0%',
    level: 'Seed',
    effort: 4,
  },
];

describe.each(SCALES)('a foreign charter with $ratings ratings', (expected) => {
  const { ratings, highest, points, overall, level, effort } = expected;

  test('is scored, and its cheapest way is found', async () => {
    const { services, view } = await answeredOn(ratings);
    const [has, available] = points;
    expect(view.scorecard.overall).toMatchObject({ points: has, available });
    const page = await whereWeStandPage(services, view, { to: null, pins: [], asker: 'a' });
    expect(page).toMatchObject({ level, overall });
    expect(page.levels.map(({ label }) => label)).toEqual(['Seed', 'Sprout', 'Leaf', 'Fruit']);
    expect(page.way).toMatchObject({ label: 'Leaf', total: effort, status: 'reachable' });
    expect(page.capped.map(({ id }) => id)).toEqual(['B1']);
    const choice = { to: 'leaf', pins: ['W1', 'W2'], asker: 'a' };
    const pinned = await whereWeStandPage(services, view, choice);
    expect(pinned.way.pins.map(({ id }) => id)).toEqual(['W1', 'W2']);
  });

  test('fills every page with its own words', async () => {
    const { services, lead, view } = await answeredOn(ratings);
    const pages = await pagesOf(services, lead, view);
    expect(pages.taskList.sections.map(({ title }) => title)).toEqual([
      'Beds and borders',
      'Water and weather',
    ]);
    expect(pages.taskList.tally.all).toBe(4);
    expect(pages.criterion?.criterion.ratings).toHaveLength(ratings);
    expect(pages.criterion?.criterion.ratings.at(-1)?.label).toBe(`${ratings - 1} ${highest}`);
    expect(pages.actionPlan.target).toBe('Leaf');
    expect(pages.indicator?.rules).toHaveLength(1);
    const charter = await charterPage(services, FOREIGN_CHARTER, null);
    expect(charter?.levels).toHaveLength(4);
    const choices = await startChoices(services, lead);
    expect(choices.charters.map(({ name }) => name)).toEqual([FOREIGN_CHARTER]);
    expect(JSON.stringify({ pages, charter, choices })).not.toMatch(SHIPPED_WORDS);
  });

  test.each(DOCUMENT_KINDS)('makes the document %s', async (kind) => {
    const { services, view } = await answeredOn(ratings);
    const way = worked(await wayToTarget(services, view, 'a'));
    const model = assessmentDocument(view, kind, { preparedOn: '2027-03-01', way });
    const pdf = await readPdf(
      worked(await services.renderPdf(model, new Date('2027-03-01'), null)),
    );
    const text = pdf.pages.join('\n');
    for (const word of ['A charter for allotments', level, 'Leaf', 'Invented for a test']) {
      expect(text).toContain(word);
    }
    expect(text).not.toMatch(SHIPPED_WORDS);
  });
});

async function pagesOf(services: Services, lead: Actor, view: AssessmentView) {
  return {
    taskList: taskListPage(view),
    criterion: criterionPage(view, 'B1'),
    indicator: await indicatorPage(services, lead, { view, indicator: 'rain' }),
    actionPlan: await actionPlanPage(services, view, { today: '2027-03-01', asker: 'a' }),
    standing: await whereWeStandPage(services, view, { to: 'fruit', pins: ['B1'], asker: 'a' }),
  };
}
