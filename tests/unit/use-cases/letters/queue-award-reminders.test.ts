import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { calendarFeed } from '#app/queries/letters/calendar-feed.ts';
import { makeCalendarLink } from '#app/use-cases/letters/calendar-link.ts';
import { linkId } from '#app/use-cases/accounts/create-password-link.ts';
import { queueAwardReminders } from '#app/use-cases/letters/queue-award-reminders.ts';
import { reportPlan } from '#app/use-cases/plan/report-plan.ts';
import { switchOwnReminders } from '#app/use-cases/letters/switch-reminders.ts';
import { awards } from '#db/tables-awards.ts';
import { addAward, type AwardParts } from '#tests/support/awards.ts';
import { awardedTeam } from '#tests/support/awarded.ts';

/** Awarded on 1 March 2027, valid until 29 February 2032. */
async function afterAward(parts: AwardParts = {}) {
  const given = await awardedTeam(parts);
  const { services, time, awarded, lead } = given;
  const on = async (day: string) => {
    time.now = `${day}T09:00:00.000Z`;
    return (await queueAwardReminders(services)).written;
  };
  const keys = async () =>
    (await given.letters()).map(({ key }) => key.replace(given.award.id, 'AWARD'));
  const send = (year: number) =>
    reportPlan(services, lead, {
      assessmentId: awarded,
      year,
      // A report says how the one action of the plan stands.
      draft: {
        actions: new Map([['1', { status: 'complete', note: 'All have the time.' }]]),
        summary: 'A good year.',
      },
      readVersion: 0,
      toSend: true,
    });
  return { ...given, on, keys, send };
}

describe('reminders after an award', () => {
  test('of the first report: before, on the day, after; once each, to the lead', async () => {
    const { on, letters, lead } = await afterAward();
    for (const [day, written] of [
      ['2027-06-01', 0],
      ['2028-01-29', 0],
      ['2028-01-30', 1],
      ['2028-02-10', 0],
      ['2028-02-29', 1],
      ['2028-03-30', 1],
      ['2028-06-01', 0],
    ] as const) {
      expect(await on(day), day).toBe(written);
    }
    const written = await letters();
    expect(new Set(written.map(({ recipient }) => recipient))).toEqual(new Set([lead.email]));
    expect(written.map(({ subject }) => subject)).toEqual([
      'The report on the plan of therapies is due by 29 February 2028',
      'The report on the plan of therapies is due today, 29 February 2028',
      'The report on the plan of therapies was due by 29 February 2028 and has not been sent',
    ]);
    expect(written[0]?.text).toMatch(/\/assessments\/[\w-]+\/progress\/1\n/);
    expect(written[0]?.unsubscribe).toContain('/reminders/');
  });

  test('end once the report is sent', async () => {
    const { on, send, keys } = await afterAward();
    await on('2028-02-01');
    expect(await send(1)).toMatchObject({ ok: true });
    expect(await on('2028-04-30')).toBe(0);
    expect(await keys()).toHaveLength(1);
  });

  test('of the end: 12, 6 and 3 months before, to the lead and the sponsor', async () => {
    const { on, send, time, letters, lead, sponsor } = await afterAward();
    for (const year of [1, 2, 3, 4, 5]) {
      time.now = `${2027 + year}-02-01T09:00:00.000Z`;
      await send(year);
    }
    for (const [day, written] of [
      ['2031-02-27', 0],
      ['2031-02-28', 2],
      ['2031-08-28', 0],
      ['2031-08-29', 2],
      ['2031-11-29', 2],
      ['2032-02-29', 0],
      ['2032-03-01', 0],
    ] as const) {
      expect(await on(day), day).toBe(written);
    }
    const written = await letters();
    expect(new Set(written.map(({ recipient }) => recipient))).toEqual(
      new Set([lead.email, sponsor.email]),
    );
    expect(written[0]?.subject).toBe('The award of therapies ends on 29 February 2032');
  });

  test('hour by hour nothing is written twice, and two at once write each letter once', async () => {
    const { services, time, keys } = await afterAward();
    time.now = '2031-12-31T09:00:00.000Z';
    await Promise.all([queueAwardReminders(services), queueAwardReminders(services)]);
    await queueAwardReminders(services);
    const written = await keys();
    expect(new Set(written).size).toBe(written.length);
    // Four reports that nobody sent, and the end of the award for two people.
    expect(written).toHaveLength(6);
  });

  test('a later end in a grace period is reminded of anew', async () => {
    const { on, services, award, keys } = await afterAward();
    await on('2031-12-15');
    await services.engine.db
      .update(awards)
      .set({ graceUntil: '2032-12-31' })
      .where(eq(awards.id, award.id));
    const before = (await keys()).length;
    // The fifth report is late by now, and the new end is nine months away.
    expect(await on('2032-04-01')).toBe(3);
    expect(
      (await keys()).slice(before).filter((key) => key.includes('2032-12-31 12')),
    ).toHaveLength(2);
  });

  test('are none for whoever switched them off, a withdrawn or unpublished award, or one that was renewed', async () => {
    const { on, services, award, lead, sponsor, keys } = await afterAward();
    await switchOwnReminders(services, sponsor, 'off');
    await switchOwnReminders(services, lead, 'off');
    expect(await on('2031-12-31')).toBe(0);
    await switchOwnReminders(services, lead, 'on');
    await addAward(services, { awardedOn: '2031-12-01', renews: award.id });
    await on('2031-12-31');
    expect((await keys()).filter((key) => key.startsWith('award-ends AWARD'))).toEqual([]);
    for (const change of [{ withdrawnAt: '2031-01-01T00:00:00.000Z' }, { publishedAt: null }]) {
      const other = await afterAward();
      await other.services.engine.db.update(awards).set(change);
      expect(await other.on('2031-12-31')).toBe(0);
    }
  });
});

test('the calendar has the reports that are due and the end of the award, for who may read them', async () => {
  const { services, lead, viewer, stranger, send, time, award } = await afterAward();
  time.now = '2028-02-01T09:00:00.000Z';
  const eventsOf = async (who: typeof lead) => {
    const { token } = await makeCalendarLink(services, who);
    const calendar = await calendarFeed(services, linkId(token));
    return calendar?.events.filter(({ url }) => url.includes('/progress')) ?? [];
  };
  const events = await eventsOf(lead);
  expect(events.map(({ summary, when }) => [summary, when])).toEqual([
    ['Report on the plan due, year 1: therapies', { day: '2028-02-29' }],
    ['Report on the plan due, year 2: therapies', { day: '2029-02-28' }],
    ['Report on the plan due, year 3: therapies', { day: '2030-02-28' }],
    ['Report on the plan due, year 4: therapies', { day: '2031-02-28' }],
    ['Report on the plan due, year 5: therapies', { day: '2032-02-29' }],
    ['Award ends: therapies', { day: '2032-02-29' }],
  ]);
  expect(events[0]?.uid).toBe(`plan-report-${award.id}-1@localhost:3000`);
  expect(await eventsOf(viewer)).toEqual(events);
  expect(await eventsOf(stranger)).toEqual([]);
  await send(1);
  expect(await eventsOf(lead)).toHaveLength(5);
});
