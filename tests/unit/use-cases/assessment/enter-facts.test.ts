import { expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { criterionPage } from '#app/queries/assessment/criterion-page.ts';
import { factsKnown, factsPage } from '#app/queries/assessment/facts-page.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { enterFacts } from '#app/use-cases/assessment/enter-facts.ts';
import { moveToVersion } from '#app/use-cases/assessment/move-to-version.ts';
import { fillAssessment } from '#app/use-cases/submission/fill-assessment.ts';
import { assessmentOf } from '#app/domain/formats/assessment-file.ts';
import { formatTwo, inFormatTwo, withCharter } from '#tests/support/format-two.ts';
import { REFUSED, startedAssessment } from '#tests/support/started-assessment.ts';

async function started() {
  const { services: plain, lead, colleague, id: assessmentId, trail } = await startedAssessment();
  const services = formatTwo(plain);
  const enter = (
    facts: Readonly<Record<string, string>>,
    { readVersion = 0, confirmed = false, by = lead } = {},
  ) => {
    const command = { assessmentId, facts: new Map(Object.entries(facts)), readVersion, confirmed };
    return enterFacts(services, by, command);
  };
  const view = async () => {
    const found = await assessmentView(services, lead, assessmentId);
    if (found === null) throw new Error('no assessment');
    return found;
  };
  return { services, lead, colleague, assessmentId, trail, enter, view };
}

test('facts are saved in one write, with one event that does not tell them', async () => {
  const { enter, view, trail } = await started();
  expect(await enter({ nation: 'wales', firstApplication: 'true' })).toEqual({
    ok: true,
    value: { changed: 2 },
  });
  const now = await view();
  expect([now.answerSet.facts, now.factsVersion]).toEqual([
    new Map([
      ['firstApplication', 'true'],
      ['nation', 'wales'],
    ]),
    1,
  ]);
  expect(factsKnown(now)).toEqual({ known: 2, all: 4 });
  expect(factsPage(now)?.facts.map(({ value }) => value)).toEqual(['wales', '', 'true', '']);
  expect(await trail()).toEqual([
    { event: 'facts-entered', details: '{"facts":"nation firstApplication"}' },
  ]);
});

test('the words of the charter follow the facts, and its numbers do not', async () => {
  const { enter, view } = await started();
  const before = await view();
  await enter({ nation: 'wales' });
  const now = await view();
  expect(criterionPage(now, 'G2')?.criterion.question).toBe('What about Wales?');
  expect(criterionPage(before, 'G2')?.criterion.question).not.toBe('What about Wales?');
  expect(now.scorecard).toEqual(before.scorecard);
});

test('a criterion that a fact rules out says so; its answer stays, and counts again later', async () => {
  const { services, lead, assessmentId, enter, view } = await started();
  const answer = { claimed: 1, notApplicable: null, narrative: 'As it is.', readVersion: 0 };
  await answerCriterion(services, lead, { assessmentId, criterion: 'G3', ...answer });
  const refused = await enter({ leaders: '0' });
  expect(refused).toMatchObject({
    problem: { code: 'facts-would-change', effect: { leave: ['G3'], return: [] } },
  });
  expect((await view()).factsVersion).toBe(0);
  expect(await enter({ leaders: '0' }, { confirmed: true })).toMatchObject({ ok: true });
  const page = criterionPage(await view(), 'G3');
  expect(page?.counts).toMatchObject({
    applicable: false,
    ruledOut: 'It does not apply, because of what was said: ‘How many leaders are there?’ 0.',
  });
  expect([page?.answer.narrative, page?.state]).toEqual(['As it is.', 'does-not-apply']);
  expect(await enter({ leaders: '' }, { confirmed: true, readVersion: 1 })).toMatchObject({
    ok: true,
  });
  expect(criterionPage(await view(), 'G3')?.counts).toMatchObject({
    applicable: true,
    claimed: 1,
    ruledOut: null,
  });
});

test('of two who save what they read, the second is told of the first', async () => {
  const { enter, colleague, view } = await started();
  expect(await enter({ nation: 'wales' }, { by: colleague })).toMatchObject({ ok: true });
  expect(await enter({ nation: 'england' })).toMatchObject({
    ok: false,
    problem: { code: 'changed-meanwhile', savedBy: 'Siân O’Dowd', saved: { version: 1 } },
  });
  expect((await view()).answerSet.facts?.get('nation')).toBe('wales');
  expect(await enter({ nation: 'england' }, { readVersion: 1 })).toMatchObject({ ok: true });
  expect(await enter({ nation: '' }, { readVersion: 2 })).toMatchObject({ ok: true });
  // What was taken away is a later version, too.
  expect(await enter({ nation: 'wales' }, { readVersion: 2 })).toMatchObject({ ok: false });
});

test.each(REFUSED)('%s may not', async (_, by, code) => {
  const { enter, view } = await started();
  expect(await enter({ nation: 'wales' }, { by })).toMatchObject({ ok: false, problem: { code } });
  expect((await view()).factsVersion).toBe(0);
});

test('a move keeps what the new version asks for, and takes away what it does not', async () => {
  const { services, lead, assessmentId, enter, view } = await started();
  await enter({ nation: 'wales', firstApplication: 'true' });
  const to = 'bme-mentoring@1.0.1';
  const next = withCharter(services, to, (charter) => {
    const changed = inFormatTwo(charter);
    return { ...changed, facts: changed.facts.filter(({ id }) => id !== 'nation') };
  });
  const { version: readVersion } = await view();
  const move = { assessmentId, to, readVersion };
  expect(await moveToVersion(next, lead, move)).toMatchObject({ ok: true });
  const now = await assessmentView(next, lead, assessmentId);
  expect(now?.answerSet.facts).toEqual(new Map([['firstApplication', 'true']]));
});

test('what is imported brings its facts along', async () => {
  const { services, lead, assessmentId, view } = await started();
  const facts = { nation: 'wales', leaders: 0 };
  const content = assessmentOf({ format: 2, charter: 'bme-mentoring@1.0.0', facts });
  const stored = () => Promise.resolve(null);
  const command = { assessmentId, content, lead, writers: new Map(), stored };
  expect(await fillAssessment(services, command)).toEqual({ ok: true, value: null });
  expect((await view()).answerSet.facts).toEqual(
    new Map([
      ['leaders', '0'],
      ['nation', 'wales'],
    ]),
  );
});
