// Ticked statements of an answer: saved, read again, in the history, moved, copied, and before a signature.
import { expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { assessmentExport } from '#app/queries/assessment/documents.ts';
import { criterionPage } from '#app/queries/assessment/criterion-page.ts';
import { historyPage } from '#app/queries/assessment/history-page.ts';
import { movePage } from '#app/queries/assessment/move-page.ts';
import { selfAssessmentDocument } from '#reports/self-assessment.ts';
import { acceptDraft } from '#app/use-cases/assessment/accept-draft.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { copyAnswers } from '#app/use-cases/assessment/copy-answers.ts';
import { moveToVersion } from '#app/use-cases/assessment/move-to-version.ts';
import { restoreAnswer } from '#app/use-cases/assessment/restore-answer.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { assessmentOf } from '#app/domain/formats/assessment-file.ts';
import type { GivenAnswer } from '#app/domain/assessment/decide-answer.ts';
import { fillAssessment } from '#app/use-cases/submission/fill-assessment.ts';
import { loadAnswerVersion } from '#db/repositories/assessment/answer-versions.ts';
import { withStatements } from '#tests/support/in-statements.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

const UP_TO_2 = { 1: [1, 2], 2: [1, 2] };

async function started() {
  const { services: plain, lead, id: assessmentId } = await startedAssessment();
  const services = withStatements(plain);
  const said = { criterion: 'G1', claimed: null, notApplicable: null, narrative: 'A sponsor.' };
  const answer = (given: Partial<GivenAnswer>) =>
    answerCriterion(services, lead, { assessmentId, ...said, readVersion: 0, ...given });
  const view = async (id = assessmentId) => {
    const found = await assessmentView(services, lead, id);
    if (found === null) throw new Error('no assessment');
    return found;
  };
  const ticks = async (id = assessmentId) => {
    const { answerSet, progress } = await view(id);
    const { claimed = null, statements = null } = answerSet.answers.get('G1') ?? {};
    return { claimed, statements, state: progress.criteria.get('G1') };
  };
  return { services, lead, assessmentId, answer, view, ticks };
}

test('ticks are saved with the rating that they claim, and each version keeps its own', async () => {
  const { services, assessmentId, answer, ticks, view } = await started();
  expect(await answer({ ticked: UP_TO_2 })).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await ticks()).toMatchObject({ claimed: 2, statements: UP_TO_2 });
  expect(await answer({ ticked: { 1: [1, 2], 2: [1] }, readVersion: 1 })).toMatchObject({
    ok: true,
  });
  expect(await ticks()).toMatchObject({ claimed: 1, statements: { 1: [1, 2], 2: [1] } });
  const place = { assessmentId, criterion: 'G1' };
  const first = await loadAnswerVersion(services.engine.db, { ...place, version: 1 });
  expect(first).toMatchObject({ claimed: 2, statements: UP_TO_2 });
  const history = await historyPage(services, await view(), { criterion: 'G1', page: 1 });
  expect(history?.items[0]?.ticked).toEqual([
    expect.stringMatching(/^1 Planned: G1: /),
    '1 Planned: G1: 1 is lived.',
    expect.stringMatching(/^2 In place: G1: /),
  ]);
});

test('a text from a document or from the history leaves the ticks as they are; another rating does not', async () => {
  const { services, lead, assessmentId, answer, ticks } = await started();
  await answer({ ticked: UP_TO_2 });
  const written = { criterion: 'G1', notApplicable: null, narrative: 'Written in Word.' };
  const accept = (claimed: number, readVersion: number) =>
    acceptDraft(services, lead, {
      assessmentId,
      answers: [{ ...written, claimed, readVersion }],
    });
  expect(await accept(2, 1)).toMatchObject({ value: { saved: ['G1'] } });
  expect(await ticks()).toMatchObject({ claimed: 2, statements: UP_TO_2 });
  const restored = { assessmentId, criterion: 'G1', version: 1, readVersion: 2 };
  expect(await restoreAnswer(services, lead, restored)).toMatchObject({ ok: true });
  expect(await ticks()).toMatchObject({ claimed: 2, statements: UP_TO_2 });
  expect(await accept(3, 3)).toMatchObject({ value: { saved: ['G1'] } });
  expect(await ticks()).toEqual({ claimed: 3, statements: null, state: 'in-progress' });
});

test('a move keeps the ticks of what is said in the same words, and the rating to be confirmed', async () => {
  const { services, lead, assessmentId, answer, ticks, view } = await started();
  await answer({ ticked: UP_TO_2 });
  await answer({ criterion: 'G2', ticked: UP_TO_2, narrative: '' });
  const { version: readVersion } = await view();
  const to = 'bme-mentoring@1.0.1';
  const { preview } = await movePage(services, lead, { view: await view(), to });
  expect(preview).toMatchObject({ ticksGone: [expect.stringMatching(/^G1 .*: 1$/)], toConfirm: 1 });
  const moved = { assessmentId, to: 'bme-mentoring@1.0.1', readVersion };
  expect(await moveToVersion(services, lead, moved)).toMatchObject({ ok: true });
  expect(await ticks()).toEqual({
    claimed: 2,
    statements: { 1: [1], 2: [1, 2] },
    state: 'in-progress',
  });
  expect((await view()).answerSet.answers.get('G2')).toMatchObject({ statements: UP_TO_2 });
  // What was ticked before the move was said in the words of the earlier version, which are not these.
  const history = await historyPage(services, await view(), { criterion: 'G1', page: 1 });
  const earlier = history?.items.at(-1)?.ticked;
  expect(earlier).toContain('Statement 2 of rating 1, in the earlier version of the charter');
  expect(history?.items[0]?.ticked).toHaveLength(3);
  // A file holds ticks only where they claim the rating that it gives.
  const file = await assessmentExport(services, lead, await view());
  expect(file).toMatchObject({
    value: { answers: { G1: { rating: 2 }, G2: { rating: 2, statements: UP_TO_2 } } },
  });
  expect(file.ok && file.value.answers?.['G1']).not.toHaveProperty('statements');
});

test.each([
  ['a rating', UP_TO_2, 2],
  ['an answer short of rating 1, which is not ‘none of these yet’', { 1: [1] }, 0],
] as const)('whoever copies %s confirms it for themselves', async (_, ticked, claimed) => {
  const { services, lead, assessmentId, answer, ticks, view } = await started();
  await answer({ ticked });
  const other = await startAssessment(services, lead, {
    department: 'therapies',
    beside: true,
    name: 'Another',
    charter: 'bme-mentoring@1.0.0',
    targetLevel: 'bronze',
  });
  if (!other.ok) throw new Error(other.problem.code);
  const copied = { assessmentId: other.value.id, sourceId: assessmentId, criteria: ['G1'] };
  expect(await copyAnswers(services, lead, copied)).toMatchObject({ ok: true });
  expect(await ticks(other.value.id)).toMatchObject({ claimed, statements: null });
  const copy = await view(other.value.id);
  expect(copy.toConfirm).toEqual([['G1', claimed]]);
  const page = criterionPage(copy, 'G1')?.statements;
  expect(page?.isNone).toBe(false);
  expect(page?.toConfirm).toContain('not confirmed one by one');
});

test('the history of an answer that is not applicable shows why, and what the text was before', async () => {
  const { services, answer, view } = await started();
  const at = { criterion: 'G2', narrative: 'We meet.' };
  await answer({ ...at, ticked: UP_TO_2, keep: 'saved' });
  const none = { claimed: null, notApplicable: 'Nobody trains here.', ratingMayGo: true };
  await answer({ ...at, ...none, readVersion: 1, keep: 'saved' });
  const history = await historyPage(services, await view(), { criterion: 'G2', page: 1 });
  const changes = JSON.stringify(history?.items[0]?.changes);
  expect(changes).toContain('Nobody');
  expect(changes).toContain('meet');
});

test('a file’s ticks are kept, and a rating alone is to be confirmed', async () => {
  const { services, lead, assessmentId, view } = await started();
  const content = assessmentOf({
    format: 2,
    charter: 'bme-mentoring@1.0.0',
    answers: {
      G1: { rating: 2, statements: UP_TO_2, narrative: 'A sponsor.' },
      G3: { rating: 1, narrative: 'A plan.' },
    },
  });
  const given = { assessmentId, lead, writers: new Map(), content };
  const stored = () => Promise.resolve('left-out' as const);
  expect(await fillAssessment(services, { ...given, stored })).toMatchObject({ ok: true });
  const { answers } = (await view()).answerSet;
  expect(answers.get('G1')).toMatchObject({ claimed: 2, statements: UP_TO_2 });
  expect(answers.get('G3')).not.toHaveProperty('statements');
});

test('the page and the report say what is ticked, and what is not confirmed', async () => {
  const { answer, view } = await started();
  await answer({ ticked: { 1: [1, 2], 3: [2] } });
  await answer({ criterion: 'G3', claimed: 2 });
  const now = await view();
  expect(criterionPage(now, 'G1')?.statements).toMatchObject({
    toConfirm: null,
    texts: [{ rating: '1 Planned' }, { rating: '1 Planned' }, { text: 'G1: 3 is lived.' }],
  });
  expect(criterionPage(now, 'G3')?.statements?.toConfirm).toContain('Rating 2 (In place)');
  const { charter, scorecard, answerSet: answers, organisation, department, actions } = now;
  const document = selfAssessmentDocument({
    charter,
    scorecard,
    answers,
    organisation,
    department,
    actions,
    audience: '',
    targetLevel: 'bronze',
    cheapestPath: null,
    preparedOn: '2027-03-01',
  });
  const text = JSON.stringify(document.blocks);
  expect(text).toContain('3 Working: G1: 3 is lived.');
  expect(text.match(/Not confirmed one by one/g)).toHaveLength(1);
});
