import { isOverdue } from '#app/domain/plan/overdue.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastValidDay } from '#app/domain/award/award.ts';
import { awardedPlan, withReport } from '#app/domain/award/awarded-plan.ts';
import { expiryRule, reportRule } from '#app/domain/letters/award-reminder.ts';
import {
  checkReport,
  doneIn,
  knownStatus,
  reportState,
  reportYears,
} from '#app/domain/award/plan-report.ts';

const FIVE = { awardedOn: '2027-03-01', validUntil: '2032-02-29' };

describe('the years of an award', () => {
  test('end on the day before each anniversary, while it is valid', () => {
    expect(reportYears(FIVE).map(({ beginsOn, dueOn }) => [beginsOn, dueOn])).toEqual([
      ['2027-03-01', '2028-02-29'],
      ['2028-03-01', '2029-02-28'],
      ['2029-03-01', '2030-02-28'],
      ['2030-03-01', '2031-02-28'],
      ['2031-03-01', '2032-02-29'],
    ]);
    expect(reportYears(FIVE)[0]?.opensOn).toBe('2027-12-01');
  });

  test('are as many as the award holds, one after the other', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 8 }), (awardedOn, count) => {
        const years = reportYears({ awardedOn, validUntil: lastValidDay(awardedOn, count) });
        expect(years.map(({ year }) => year)).toEqual(
          Array.from({ length: count }, (_, index) => index + 1),
        );
        expect(years[0]?.beginsOn).toBe(awardedOn);
        for (const [index, { beginsOn, opensOn, dueOn }] of years.entries()) {
          expect(beginsOn < opensOn && opensOn < dueOn).toBe(true);
          const next = years[index + 1];
          const dayAfter = new Date(Date.parse(dueOn) + 86_400_000).toISOString().slice(0, 10);
          if (next !== undefined) expect(next.beginsOn).toBe(dayAfter);
        }
      }),
    );
  });

  test.each([
    ['2027-02-28', 'not-yet'],
    ['2027-03-01', 'open'],
    ['2027-11-30', 'open'],
    ['2027-12-01', 'due'],
    ['2028-02-29', 'due'],
    ['2028-03-01', 'overdue'],
  ])('on %s the first report is %s, until it is sent', (today, state) => {
    const [first] = reportYears(FIVE);
    if (first === undefined) throw new Error('no year');
    expect(reportState(first, null, today)).toBe(state);
    expect(reportState(first, { sentAt: null }, today)).toBe(state);
    expect(reportState(first, { sentAt: '2028-01-01T00:00:00.000Z' }, today)).toBe('sent');
  });
});

const plan = [
  { number: '1', objective: 'First', status: null, dueOn: null },
  { number: '2', objective: 'Second', status: 'on-track', dueOn: '2027-06-30' },
] as const;
const AHEAD = '2027-06-30';
const LATE = '2027-07-01';

describe('a report', () => {
  const draft = {
    actions: new Map([['1', { status: 'complete', note: ' Done. ' }]]),
    summary: ' A good year. ',
  };

  test('is about every action of the plan; one that was left out stays where it was', () => {
    expect(checkReport(draft, plan, { toSend: true, today: AHEAD })).toEqual({
      ok: true,
      value: {
        summary: 'A good year.',
        actions: [
          { action: '1', objective: 'First', status: 'complete', note: 'Done.' },
          { action: '2', objective: 'Second', status: 'on-track', note: '' },
        ],
      },
    });
  });

  test('needs a summary to be sent, not to be saved', () => {
    const bare = { ...draft, summary: ' ' };
    expect(checkReport(bare, plan, { toSend: false, today: LATE })).toMatchObject({ ok: true });
    expect(checkReport(bare, plan, { toSend: true, today: AHEAD })).toEqual({
      ok: false,
      problem: [{ field: 'summary', code: 'required' }],
    });
  });

  test('is sent with a status for each action, and saved without', () => {
    const bare = { ...draft, actions: new Map() };
    expect(checkReport(bare, plan, { toSend: true, today: AHEAD })).toEqual({
      ok: false,
      problem: [{ field: 'status-1', code: 'required' }],
    });
    expect(checkReport(bare, plan, { toSend: false, today: AHEAD })).toMatchObject({
      value: { actions: [{ status: null }, { status: 'on-track' }] },
    });
  });

  test.each(['not-started', 'on-track', 'at-risk', 'off-track'])(
    'needs a word on an action that is overdue and %s',
    (status) => {
      const said = (note: string) => ({
        ...draft,
        actions: new Map([...draft.actions, ['2', { status, note }] as const]),
      });
      const problem = [{ field: 'note-2', code: 'required' }];
      expect(checkReport(said(' '), plan, { toSend: true, today: LATE })).toEqual({
        ok: false,
        problem,
      });
      for (const [note, today, toSend] of [
        [' ', AHEAD, true],
        ['It waits for money.', LATE, true],
        [' ', LATE, false],
      ] as const) {
        expect(checkReport(said(note), plan, { toSend, today })).toMatchObject({ ok: true });
      }
    },
  );

  test('needs no word on what is complete, however late', () => {
    const done = {
      ...draft,
      actions: new Map([...draft.actions, ['2', { status: 'complete', note: '' }] as const]),
    };
    expect(checkReport(done, plan, { toSend: true, today: LATE })).toMatchObject({ ok: true });
  });

  test('begins with what was said last; that an action was not started is asked anew', () => {
    const said = [
      { at: '2028-01-01T00:00:00.000Z', status: 'at-risk' },
      { at: '2027-01-01T00:00:00.000Z', status: 'complete' },
    ] as const;
    expect(knownStatus('on-track', said)).toBe('at-risk');
    expect(knownStatus('on-track', [])).toBe('on-track');
    expect(knownStatus('not-started', [])).toBeNull();
    const back = { at: '2029-01-01T00:00:00.000Z', status: 'not-started' } as const;
    expect(knownStatus('on-track', [...said, back])).toBeNull();
  });

  test('says everything that is wrong at once', () => {
    const wrong = {
      actions: new Map([
        ['1', { status: 'amber', note: 'x'.repeat(2001) }],
        ['2', { status: '', note: '' }],
        ['3', { status: 'nonsense', note: '' }],
      ]),
      summary: 'x'.repeat(5001),
    };
    expect(checkReport(wrong, plan, { toSend: true, today: AHEAD })).toEqual({
      ok: false,
      problem: [
        { field: 'note-1', code: 'too-long', most: 2000 },
        { field: 'status-1', code: 'not-listed', value: 'amber' },
        { field: 'status-1', code: 'required' },
        { field: 'status-2', code: 'required' },
        { field: 'summary', code: 'too-long', most: 5000 },
      ],
    });
  });

  test('counts what is complete, and what should be by now is overdue', () => {
    expect(doneIn([{ status: 'complete' }, { status: 'on-track' }])).toBe(1);
    const due = { dueOn: '2027-06-30' };
    expect(isOverdue(due, 'on-track', '2027-06-30')).toBe(false);
    expect(isOverdue(due, 'on-track', '2027-07-01')).toBe(true);
    expect(isOverdue(due, 'complete', '2027-07-01')).toBe(false);
    expect(isOverdue({ dueOn: null }, 'off-track', '2099-01-01')).toBe(false);
  });
});

test('the plan of a decision has its actions numbered, with what was last reported', () => {
  const actions = [{ objective: 'First', dueOn: '2027-06-30' }, { objective: 'Second' }];
  const numbered = awardedPlan({ content: { charter: 'a@1.0.0', actions } });
  expect(numbered.map(({ number, status }) => [number, status])).toEqual([
    ['1', 'not-started'],
    ['2', 'not-started'],
  ]);
  const reported = [
    { action: '2', objective: 'Second', status: 'at-risk', note: 'Late' } as const,
    { action: '9', objective: 'Gone', status: 'complete', note: '' } as const,
  ];
  expect(withReport(numbered, reported).map(({ status, note }) => [status, note])).toEqual([
    ['not-started', ''],
    ['at-risk', 'Late'],
  ]);
  expect(awardedPlan({ content: { charter: 'a@1.0.0' } })).toEqual([]);
});

describe('reminders', () => {
  test.each([
    ['2028-01-29', null],
    ['2028-01-30', 'soon'],
    ['2028-02-28', 'soon'],
    ['2028-02-29', 'due'],
    ['2028-03-29', 'due'],
    ['2028-03-30', 'late'],
    ['2030-01-01', 'late'],
  ])('of a report, on %s: %s', (today, rule) => {
    expect(reportRule('2028-02-29', today)).toBe(rule);
  });

  test.each([
    ['2031-02-27', null],
    ['2031-02-28', 12],
    ['2031-08-28', 12],
    ['2031-08-29', 6],
    ['2031-11-28', 6],
    ['2031-11-29', 3],
    ['2032-02-29', 3],
    ['2032-03-01', null],
  ])('of the end of an award, on %s: %s', (today, rule) => {
    expect(expiryRule('2032-02-29', today)).toBe(rule);
  });
});
