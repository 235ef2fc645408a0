import { describe, expect, it } from 'vitest';
import { actionPlanDocument } from '#reports/action-plan.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import { selfAssessmentDocument } from '#reports/self-assessment.ts';
import { readPdf } from '#tests/support/pdf-read.ts';
import { input } from '#tests/support/report-fixture.ts';

const createdAt = new Date('2026-03-16T09:00:00Z');

describe.each([
  { name: 'action-plan', build: actionPlanDocument, pages: 12 },
  { name: 'self-assessment', build: selfAssessmentDocument, pages: 10 },
])('the $name document', ({ name, build, pages }) => {
  it('has exactly this model', async () => {
    await expect(`${JSON.stringify(build(input), null, 2)}\n`).toMatchFileSnapshot(
      `./${name}.model.txt`,
    );
  });

  it('has exactly this text in its PDF, page by page', async () => {
    const content = await readPdf(await renderPdf(build(input), { createdAt }));
    expect(content.pages).toHaveLength(pages);
    const text = content.pages.map((page, index) => `=== page ${index + 1}\n${page}\n`).join('\n');
    await expect(text).toMatchFileSnapshot(`./${name}.txt`);
  });
});
