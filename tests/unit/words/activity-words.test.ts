// Every step in the life of an assessment is told by its name on the page of recent activity.
import { expect, test } from 'vitest';
import { ACTIVITIES } from '#app/domain/assessment/activity.ts';
import { activityText } from '#words/assessment/work-words.ts';

test('every activity has words of its own', () => {
  const texts = ACTIVITIES.map(activityText);
  expect(texts).not.toContain(activityText('key-rotated'));
  expect(new Set(texts).size).toBe(texts.length);
});

test.each([
  'plan-report-saved',
  'plan-report-sent',
  'revision-begun',
  'decision-recorded',
  'decision-appealed',
  'renewal-started',
])('%s is no longer something else', (event) => {
  expect(activityText(event)).not.toBe(activityText('key-rotated'));
});
