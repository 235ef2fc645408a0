import { expect, test } from 'vitest';
import { selfAssessmentDocument, submissionDocument } from '#reports/self-assessment.ts';
import { inFormatTwo } from '#tests/support/format-two.ts';
import { input } from '#tests/support/report-fixture.ts';

const known = new Map([
  ['nation', 'wales'],
  ['firstApplication', 'true'],
  ['heldSince', '2024-03-01'],
]);
const asking = {
  ...input,
  charter: inFormatTwo(input.charter),
  answers: { ...input.answers, facts: known },
};

test.each([
  ['the self-assessment', selfAssessmentDocument],
  ['the whole submission', submissionDocument],
])('%s tells every fact that was asked for, known or not', (_, build) => {
  const told = build(asking).blocks.flatMap((block) =>
    block.kind === 'details' ? block.facts : [],
  );
  expect(told).toEqual(
    expect.arrayContaining([
      { label: 'In which nation is it?', value: 'Wales' },
      { label: 'How many leaders are there?', value: 'Not known yet' },
      { label: 'Is it your first application?', value: 'Yes' },
      { label: 'Since when is an award held?', value: '1 March 2024' },
    ]),
  );
});

test('a charter that asks for none has no such chapter', () => {
  const titles = selfAssessmentDocument(input).blocks.flatMap((block) =>
    block.kind === 'heading' ? [block.text] : [],
  );
  expect(titles).not.toContain('About your department');
});
