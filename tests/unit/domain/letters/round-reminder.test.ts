import { describe, expect, test } from 'vitest';
import { reminderDue, reminderKey, reminderText } from '#app/domain/letters/round-reminder.ts';

const DAY = 24 * 60 * 60_000;
const closesAt = Date.parse('2027-05-14T11:00:00.000Z');

describe('which reminder holds', () => {
  test.each([
    [31, null],
    [30, 30],
    [29.9, 30],
    [14, 14],
    [8, 14],
    [7, 7],
    [2.5, 7],
    [2, 2],
    [1, 1],
    [0.001, 1],
    [0, null],
    [-1, null],
  ])('%f days before it is %s', (before, days) => {
    expect(reminderDue({ closesAt, now: closesAt - before * DAY })).toBe(days);
  });
});

test('one key for each person, assessment, rule and day of closing', () => {
  const key = { assessmentId: 'a', closesAt: '2027-05-14T11:00:00.000Z', days: 7, person: 'p' };
  expect(reminderKey(key)).toBe('reminder a 2027-05-14 7 p');
  expect(reminderKey({ ...key, closesAt: '2027-05-14T12:00:00.000Z' })).toBe(reminderKey(key));
  expect(reminderKey({ ...key, closesAt: '2027-05-21T11:00:00.000Z' })).not.toBe(reminderKey(key));
});

describe('what a reminder says', () => {
  const notReady = new Set(['G1', 'M1']);
  test('how many of their criteria are not ready, for someone who writes some', () => {
    const text = reminderText({ mine: ['G1', 'G2'], notReady, all: 28, isLead: false });
    expect(text?.mine).toContain('1 of the 2 criteria');
    expect(text?.whole).toBeNull();
  });

  test('nothing for someone whose criteria are ready, or who has none', () => {
    expect(reminderText({ mine: ['G2'], notReady, all: 28, isLead: false })).toBeNull();
    expect(reminderText({ mine: [], notReady, all: 28, isLead: false })).toBeNull();
  });

  test('a lead always hears that it is not submitted', () => {
    const text = reminderText({ mine: [], notReady: new Set(), all: 28, isLead: true });
    expect(text?.whole).toContain('has not been submitted');
  });
});
