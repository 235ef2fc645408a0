import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderCalendar } from '#app/adapters/calendar/calendar-text.ts';
import { planCalendar } from '#app/queries/plan/plan-calendar.ts';
import { actions } from '#tests/support/report-fixture.ts';

const given = { origin: 'https://charter.example', madeAt: '2026-03-16T09:00:00.000Z' };
const plan = { id: 'one', department: 'Tŷ Gŵydd', actions };

test('a plan has an event for each due date and each milestone, on whole days', () => {
  const text = renderCalendar(planCalendar(plan, given));
  const due = actions.filter(({ dueOn }) => dueOn !== null).length;
  const milestones = actions.flatMap((action) => action.milestones).length;
  expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(due + milestones);
  expect(text).toContain('DTSTART;VALUE=DATE:20260731\r\n');
  expect(text).toContain('UID:action-a1@charter.example\r\n');
  expect(text).toContain('\\nStatus: On track\r\n');
  expect(text).toContain('SUMMARY:Milestone reached: The standard is agreed\r\n');
  expect(renderCalendar(planCalendar(plan, given))).toBe(text);
});

test('a milestone keeps its uid when its day moves, and two of one name have two', () => {
  const [first] = actions;
  if (first === undefined) throw new Error('no action');
  const uids = (days: readonly string[]) => {
    const milestones = days.map((on) => ({ on, text: 'Meeting held', done: false }));
    const { events } = planCalendar({ ...plan, actions: [{ ...first, milestones }] }, given);
    return events.map(({ uid }) => uid);
  };
  expect(uids(['2027-01-01', '2027-02-01'])).toEqual(uids(['2027-01-08', '2027-02-08']));
  expect(new Set(uids(['2027-01-01', '2027-02-01'])).size).toBe(3);
});

test('whatever people wrote, no line is longer than 75 bytes and nothing becomes a property', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (objective) => {
      const [first] = actions;
      if (first === undefined) return;
      const hostile = { ...first, objective, owner: objective };
      const text = renderCalendar(
        planCalendar({ ...plan, department: objective, actions: [hostile] }, given),
      );
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).toMatch(/^(?:[A-Z-]+[:;]| |$)/);
      }
    }),
  );
});
