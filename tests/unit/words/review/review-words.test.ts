import { expect, test } from 'vitest';
import { beforePanelText } from '#words/review/review-words.ts';

test.each([
  ['submission', 'rating', 'Submission 4: independent rating.'],
  ['resubmission', 'discussion', 'Submission 4, submitted again after revisions: discussion.'],
  ['appeal', 'closed', 'Submission 4, on appeal: decided.'],
] as const)('why a submission is before a panel, and how far it is: %s, %s', (why, phase, text) => {
  expect(beforePanelText(4, why, phase)).toBe(text);
});
