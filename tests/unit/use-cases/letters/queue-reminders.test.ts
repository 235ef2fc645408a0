import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Services } from '#app/services.server.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { assignCriteria } from '#app/use-cases/assessment/assign-criteria.ts';
import { queueReminders } from '#app/use-cases/letters/queue-reminders.ts';
import {
  insertExtension,
  insertRound,
  setRound,
} from '#db/repositories/administration/round-rows.ts';
import { assessments } from '#db/tables.ts';
import { team } from '#tests/support/team.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CLOSES = '2027-05-14T11:00:00.000Z';
const closes = Date.parse(CLOSES);

async function beforeClosing() {
  const given = await team();
  const { assessmentId, lead, contributor } = given;
  const time = { now: closes - 60 * DAY };
  const services: Services = { ...given.services, clock: () => new Date(time.now) };
  await services.engine.commit([
    insertRound({
      id: 'spring',
      name: 'Spring 2027',
      charter: 'bme-mentoring@1.0.0',
      opensAt: '2027-03-01T09:00:00.000Z',
      closesAt: CLOSES,
      createdAt: '2027-01-01T09:00:00.000Z',
      createdBy: 'someone',
      version: 1,
    }),
    setRound(assessmentId, 'spring'),
  ]);
  const person = contributor.id;
  await assignCriteria(services, lead, { assessmentId, person, criteria: ['G1', 'S5'] });
  const at = async (before: number) => {
    time.now = closes - before;
    return (await queueReminders(services)).written;
  };
  const setState = async (state: string) => {
    await services.engine.db
      .update(assessments)
      .set({ state })
      .where(eq(assessments.id, assessmentId));
  };
  const letters = async () =>
    (await given.letters()).filter(({ key }) => key.startsWith('reminder'));
  return { ...given, services, letters, time, at, setState };
}

describe('reminders before a round closes', () => {
  test('REL-26 hour by hour over a month, everyone gets each of the five once', async () => {
    const { at, letters, lead, contributor } = await beforeClosing();
    for (let hours = 31 * 24; hours >= -24; hours -= 5) await at(hours * HOUR);
    const sent = await letters();
    for (const { email } of [lead, contributor]) {
      expect(sent.filter(({ recipient }) => recipient === email)).toHaveLength(5);
    }
    expect(sent).toHaveLength(10);
  });

  test('REL-26 asked twice at once each letter is written once', async () => {
    const { services, time, letters } = await beforeClosing();
    time.now = closes - 7 * DAY;
    await Promise.all([queueReminders(services), queueReminders(services)]);
    await queueReminders(services);
    expect(await letters()).toHaveLength(2);
  });

  test('rules that were missed while the service was down are not made up for: only the latest', async () => {
    const { at, letters } = await beforeClosing();
    expect(await at(1.5 * DAY)).toBe(2);
    expect((await letters()).map(({ key }) => key.split(' ')[3])).toEqual(['2', '2']);
  });

  test('SEC-74 a clock that is set back writes nothing again', async () => {
    const { at } = await beforeClosing();
    expect(await at(14 * DAY)).toBe(2);
    expect(await at(14 * DAY + HOUR)).toBe(2);
    expect(await at(14 * DAY)).toBe(0);
    expect(await at(14 * DAY + HOUR)).toBe(0);
  });

  test('nothing before the first rule, after closing, after submission or without a round', async () => {
    const { at, setState, services, assessmentId, letters } = await beforeClosing();
    expect(await at(31 * DAY)).toBe(0);
    expect(await at(0)).toBe(0);
    await setState('submitted');
    expect(await at(7 * DAY)).toBe(0);
    await setState('draft');
    await services.engine.commit([setRound(assessmentId, null)]);
    expect(await at(7 * DAY)).toBe(0);
    expect(await letters()).toEqual([]);
  });

  test('an extension moves the reminders of its assessment', async () => {
    const { at, services, assessmentId } = await beforeClosing();
    expect(await at(2 * DAY)).toBe(2);
    await services.engine.commit([
      insertExtension({
        id: 'later',
        roundId: 'spring',
        assessmentId,
        closesAt: new Date(closes + 10 * DAY).toISOString(),
        reason: 'Illness',
        createdAt: CLOSES,
        createdBy: 'someone',
      }),
    ]);
    expect(await at(2 * DAY - HOUR)).toBe(2);
    expect(await at(-3 * DAY)).toBe(2);
  });

  test('who is ready hears nothing more; a lead hears until it is submitted', async () => {
    const { at, services, assessmentId, contributor, lead, letters } = await beforeClosing();
    for (const [criterion, claimed, notApplicable] of [
      ['G1', 1, null],
      ['S5', null, 'We have no such staff'],
    ] as const) {
      const narrative = 'SECRET-NARRATIVE';
      const command = {
        assessmentId,
        criterion,
        claimed,
        notApplicable,
        narrative,
        readVersion: 0,
      };
      expect(await answerCriterion(services, contributor, command)).toMatchObject({ ok: true });
    }
    const written = await at(7 * DAY);
    const recipients = (await letters()).map(({ recipient }) => recipient);
    expect(recipients).toContain(lead.email);
    expect(written).toBe(recipients.length);
    const [whole] = (await letters()).map(({ subject, text, html }) => subject + text + html);
    expect(whole).not.toContain('SECRET-NARRATIVE');
    expect(whole).not.toMatch(/score|rating|%/i);
  });

  test('times are told in London, with summer time', async () => {
    const { at, letters } = await beforeClosing();
    await at(7 * DAY);
    const [first] = await letters();
    expect(first?.text).toContain('14 May 2027 at 12:00 (London time)');
    expect(first?.subject).not.toMatch(/[\r\n]/);
  });

  test('viewers, sponsors and other organisations get none', async () => {
    const { at, letters, viewer, sponsor, stranger } = await beforeClosing();
    await at(7 * DAY);
    const recipients = (await letters()).map(({ recipient }) => recipient);
    for (const { email } of [viewer, sponsor, stranger]) expect(recipients).not.toContain(email);
  });
});
