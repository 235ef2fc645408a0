import { expect, test } from 'vitest';
import { checkReportOpen, isSent } from '#app/domain/award/report-writing.ts';

const facts = {
  award: { withdrawnAt: null },
  year: { beginsOn: '2027-03-01', opensOn: '2027-12-01' },
  report: { sentAt: null },
  today: '2027-12-01',
  toSend: true,
};

test('a report is written from the first day of its year, and sent in its last three months', () => {
  expect(checkReportOpen(facts)).toEqual({ ok: true, value: null });
  expect(checkReportOpen({ ...facts, report: null }).ok).toBe(true);
  expect(checkReportOpen({ ...facts, toSend: false, today: '2027-03-01' }).ok).toBe(true);
});

test.each([
  [{ award: { withdrawnAt: '2027-11-01' } }, { code: 'award-withdrawn' }],
  [{ report: { sentAt: '2027-12-01' } }, { code: 'report-sent' }],
  [
    { toSend: false, today: '2027-02-28' },
    { code: 'year-not-begun', beginsOn: '2027-03-01' },
  ],
  [{ today: '2027-11-30' }, { code: 'report-too-early', opensOn: '2027-12-01' }],
])('%# is refused', (parts, problem) => {
  expect(checkReportOpen({ ...facts, ...parts })).toEqual({ ok: false, problem });
});

test('what was not saved was not sent', () => {
  expect([null, { sentAt: null }, { sentAt: '2027-12-01' }].map(isSent)).toEqual([
    false,
    false,
    true,
  ]);
});
