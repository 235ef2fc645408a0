import { describe, expect, it } from 'vitest';
import { actionPlanDocument } from '#reports/action-plan.ts';
import { awardReportDocument, publicPlanDocument } from '#reports/award-report.ts';
import { certificateDocument } from '#reports/certificate-model.ts';
import { panelFeedbackDocument } from '#reports/panel-feedback.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import { selfAssessmentDocument } from '#reports/self-assessment.ts';
import { awardInput, feedbackInput } from '#tests/support/decision-fixture.ts';
import { readPdf } from '#tests/support/pdf-read.ts';
import { input } from '#tests/support/report-fixture.ts';

const createdAt = new Date('2026-03-16T09:00:00Z');

describe.each([
  { name: 'action-plan', build: () => actionPlanDocument(input), pages: 12 },
  { name: 'self-assessment', build: () => selfAssessmentDocument(input), pages: 10 },
  { name: 'panel-feedback', build: () => panelFeedbackDocument(feedbackInput), pages: 9 },
  { name: 'award-report', build: () => awardReportDocument(awardInput), pages: 13 },
  { name: 'public-plan', build: () => publicPlanDocument(awardInput), pages: 8 },
  { name: 'certificate', build: () => certificateDocument(awardInput), pages: 1 },
])('the $name document', ({ name, build, pages }) => {
  it('has exactly this model', async () => {
    await expect(`${JSON.stringify(build(), null, 2)}\n`).toMatchFileSnapshot(
      `./${name}.model.txt`,
    );
  });

  it('has exactly this text in its PDF, page by page', async () => {
    const content = await readPdf(await renderPdf(build(), { createdAt }));
    expect(content.pages).toHaveLength(pages);
    const text = content.pages.map((page, index) => `=== page ${index + 1}\n${page}\n`).join('\n');
    await expect(text).toMatchFileSnapshot(`./${name}.txt`);
  });
});
