import { expect, test } from 'vitest';
import { renderPdf } from '#reports/pdf/render.ts';
import { selfAssessmentDocument, submissionDocument } from '#reports/self-assessment.ts';
import { readPdf } from '#tests/support/pdf-read.ts';
import { actions, input } from '#tests/support/report-fixture.ts';

const createdAt = new Date('2027-03-01T09:00:00.000Z');

test('the whole submission holds the plan in full, and the report of a department does not', async () => {
  const read = async (model: ReturnType<typeof submissionDocument>) =>
    (await readPdf(await renderPdf(model, { createdAt }))).pages.join('\n').replaceAll(/\s+/g, ' ');
  const whole = await read(submissionDocument(input));
  const report = await read(selfAssessmentDocument(input));
  expect(whole).toContain('Each action in full');
  expect(report).not.toContain('Each action in full');
  expect(actions.length).toBeGreaterThan(1);
  for (const [index, { objective, owner }] of actions.entries()) {
    expect(whole).toContain(`${index + 1}. ${objective}`);
    // Its first word: what is written from right to left is read back in another order.
    expect(whole).toContain(owner.split(' ')[0]);
  }
});
