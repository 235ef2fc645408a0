import { expect, test } from 'vitest';
import type { PanelSeat } from '#app/domain/review/panel-size.ts';
import {
  checkReopening,
  checkReviewOpening,
  purposeOf,
} from '#app/domain/review/review-opening.ts';

const NOW = '2027-03-01T09:00:00.000Z';
const seats: readonly PanelSeat[] = [
  { seat: 'chair', statistics: true },
  { seat: 'reviewer', statistics: false },
  { seat: 'reviewer', statistics: false },
];
const facts = {
  submission: { id: 's2', withdrawnAt: null },
  earlier: [],
  purpose: null,
  ratingsDueAt: null,
  seats,
  quorum: 3,
  now: NOW,
};

test('a submission comes before a panel once; what follows an earlier review is a resubmission', () => {
  expect(checkReviewOpening(facts)).toEqual({ ok: true, value: 'submission' });
  const earlier = [{ submissionId: 's1' }];
  expect(checkReviewOpening({ ...facts, earlier })).toEqual({ ok: true, value: 'resubmission' });
});

test('only an appeal puts the same submission before a panel again', () => {
  const earlier = [{ submissionId: 's2' }];
  const problem = { code: 'not-to-review' };
  expect(checkReviewOpening({ ...facts, earlier })).toEqual({ ok: false, problem });
  expect(checkReviewOpening({ ...facts, earlier, purpose: 'appeal' })).toEqual({
    ok: true,
    value: 'appeal',
  });
});

test.each([
  [{ submission: { id: 's2', withdrawnAt: NOW } }, { code: 'not-to-review' }],
  [{ ratingsDueAt: NOW }, { code: 'due-in-the-past' }],
  [
    { seats: seats.slice(0, 2) },
    { code: 'panel-incomplete', gaps: [{ code: 'too-few', has: 2, needs: 3 }] },
  ],
])('%# is refused', (parts, problem) => {
  expect(checkReviewOpening({ ...facts, ...parts })).toEqual({ ok: false, problem });
});

test('a purpose that is none counts as the first review', () => {
  expect(['submission', 'resubmission', 'appeal', ''].map(purposeOf)).toEqual([
    'submission',
    'resubmission',
    'appeal',
    'submission',
  ]);
});

test('a decided review is opened again unless an award of it is in the register', () => {
  const decision = { id: 'd1' };
  const decided = { closedAt: NOW, decision };
  const free = [
    null,
    { publishedAt: null, withdrawnAt: null },
    { publishedAt: NOW, withdrawnAt: NOW },
  ];
  for (const award of free) {
    expect(checkReopening({ ...decided, award })).toEqual({ ok: true, value: decision });
  }
  const award = { publishedAt: NOW, withdrawnAt: null };
  expect(checkReopening({ ...decided, award })).toEqual({
    ok: false,
    problem: { code: 'award-published' },
  });
  for (const open of [
    { closedAt: null, decision },
    { closedAt: NOW, decision: null },
  ]) {
    expect(checkReopening({ ...open, award: null })).toEqual({
      ok: false,
      problem: { code: 'not-decided' },
    });
  }
});
