// The chair ticks the statements that the panel finds true: the rating follows, by the rule of a claim.
import { expect, test } from 'vitest';
import { consensusPage } from '#app/queries/review/discussion-page.ts';
import { canonicalJson } from '#app/domain/formats/snapshot.ts';
import { panelFeedbackDocument } from '#reports/panel-feedback.ts';
import { readDecisionRecord } from '#app/domain/formats/decision-record.ts';
import { agreeCriterion } from '#app/use-cases/review/discuss-review.ts';
import { keepReviewDraft } from '#app/use-cases/review/keep-review-draft.ts';
import { listConsensus } from '#db/repositories/review/rating-rows.ts';
import { withStatements } from '#tests/support/in-statements.ts';
import { EXAMPLE, keptRecord } from '#tests/support/kept-in-format-two.ts';
import { discussedReview, done } from '#tests/support/review.ts';

const FEEDBACK = { reason: 'Shown.', commendation: '', recommendation: '', requirement: '' };

async function meeting() {
  const discussed = await discussedReview();
  const services = withStatements(discussed.services);
  const { reviewId, chair, first } = discussed;
  const page = async (person = chair) =>
    done(await consensusPage(services, person, { id: reviewId, criterion: 'G1' }));
  return { ...discussed, services, page, first };
}

test('what is ticked gives the agreed rating', async () => {
  const { services, reviewId, chair, page } = await meeting();
  const kept = async () => {
    const rows = await listConsensus(services.engine.db, reviewId);
    return rows.map(({ rating, statements }) => ({ rating, statements }));
  };
  for (const [readVersion, choice, ticked, rating, statements] of [
    [0, null, { 1: [1, 2], 2: [1] }, 1, { 1: [1, 2], 2: [1] }],
    [1, 2, 'all', 2, { 1: [1, 2], 2: [1, 2] }],
    [2, null, { 2: [1, 2] }, 0, { 2: [1, 2] }],
    [3, 0, {}, 0, {}],
  ] as const) {
    const said = { reviewId, criterion: 'G1', ...FEEDBACK, readVersion };
    done(await agreeCriterion(services, chair, { ...said, choice, ticked }));
    expect(await kept()).toEqual([{ rating, statements }]);
  }
  const nothing = { reviewId, criterion: 'G1', ...FEEDBACK, readVersion: 4 };
  expect(
    await agreeCriterion(services, chair, { ...nothing, choice: null, ticked: {} }),
  ).toMatchObject({ problem: { code: 'not-complete' } });
  expect((await page()).agreed.statements).toMatchObject({ isNone: true, texts: [] });
});

test('a draft holds what is ticked, and what is agreed comes back as it was', async () => {
  const { services, reviewId, chair, page } = await meeting();
  const texts = { choice: '', ticked: 'tick-1-1 tick-2-2', reason: 'Half' };
  const read = { draft: 0, agreed: 0 };
  done(await keepReviewDraft(services, chair, { reviewId, place: 'G1', texts, read }));
  expect((await page()).draft).toMatchObject({ texts, kept: true });
  const ticked = { 1: [1, 2], 2: [2] };
  done(
    await agreeCriterion(services, chair, {
      ...{ reviewId, criterion: 'G1', ...FEEDBACK, readVersion: 0, choice: null, ticked },
      draft: { read: 1, text: '' },
    }),
  );
  expect((await page()).draft).toMatchObject({
    texts: { choice: '', ticked: 'tick-1-1 tick-1-2 tick-2-2', reason: 'Shown.' },
    kept: false,
  });
});

test('everybody in the meeting sees who ticked what, and what is agreed', async () => {
  const { services, reviewId, chair, first, page } = await meeting();
  const ticked = { 1: [1, 2], 2: [1] };
  const said = { reviewId, criterion: 'G1', ...FEEDBACK, readVersion: 0, choice: null, ticked };
  done(await agreeCriterion(services, chair, said));
  const shown = await page(first);
  // The department claims 2, and so do all three reviewers.
  const cells = shown.whoTicked?.rows.map(([, ...rest]) => rest);
  const found = ['Ticked', '3 of 3'];
  const not = ['Not ticked', '0 of 3'];
  expect(cells).toEqual([found, found, found, found, not, not, not, not]);
  expect(shown.agreed.statements?.texts).toHaveLength(3);
  expect(shown.agreed.text).toBe('1 (Planned)');
});

test('the record and the feedback hold them', () => {
  const statements = { 1: [1, 2], 2: [1] };
  const written = keptRecord(statements);
  const record = done(readDecisionRecord(canonicalJson(written)));
  expect(record.criteria.map((one) => [one.criterion, one.statements])).toEqual([
    ['A1', statements],
    // A rating that was agreed alone says nothing of statements.
    ['A2', undefined],
    ['B1', undefined],
    ['B2', undefined],
  ]);
  const charter = {
    ...EXAMPLE,
    sections: EXAMPLE.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((one) => ({
        ...one,
        descriptors: one.statements.map((texts) => texts.join(' ')),
      })),
    })),
  };
  const feedback = JSON.stringify(
    panelFeedbackDocument({ charter, record, decidedOn: '2027-06-01', appealBy: null }),
  );
  expect(feedback.split('Statements that the panel finds true')).toHaveLength(2);
  expect(feedback).toContain('It is so.');
  expect(feedback).toContain('It grows.');
});
