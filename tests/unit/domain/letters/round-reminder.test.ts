import { describe, expect, test } from 'vitest';
import {
  reminderDue,
  reminderKey,
  type WorkLeft,
  workLeft,
} from '#app/domain/letters/round-reminder.ts';
import { roundReminder } from '#words/letters/reminder-letters.ts';

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
  const said = (left: WorkLeft | null) =>
    left === null
      ? null
      : roundReminder({
          department: 'Cardiology',
          round: 'Spring 2027',
          closesAt: '2027-05-14T11:00:00.000Z',
          left,
          url: 'https://charter.example/assessments/1',
        });

  test('how many of their criteria are not ready, for someone who writes some', () => {
    const text = said(workLeft({ mine: ['G1', 'G2'], notReady, all: 28, isLead: false }));
    expect(text).toEqual({
      subject: 'The self-assessment of Cardiology: submissions close on 14 May 2027',
      paragraphs: [
        'Submissions to Spring 2027 close on 14 May 2027 at 12:00 (London time).',
        '1 of the 2 criteria that you have been asked to write is not ready yet.',
      ],
      link: { url: 'https://charter.example/assessments/1', text: 'Go to the task list' },
    });
  });

  test('nothing for someone whose criteria are ready, or who has none', () => {
    expect(workLeft({ mine: ['G2'], notReady, all: 28, isLead: false })).toBeNull();
    expect(workLeft({ mine: [], notReady, all: 28, isLead: false })).toBeNull();
  });

  test('a lead always hears that it is not submitted', () => {
    const text = said(workLeft({ mine: [], notReady: new Set(), all: 28, isLead: true }));
    expect(text?.paragraphs).toContain(
      'It has not been submitted yet. Of all its 28 criteria 0 are not ready.',
    );
  });
});
