import { describe, expect, test } from 'vitest';
import { remindersOf } from '#app/queries/letters/reminders-page.ts';
import { queueReminders } from '#app/use-cases/letters/queue-reminders.ts';
import {
  personOf,
  reminderToken,
  switchOwnReminders,
  switchReminders,
} from '#app/use-cases/letters/switch-reminders.ts';
import { insertRound, setRound } from '#db/repositories/administration/round-rows.ts';
import { sentMail } from '#tests/support/sent-mail.ts';
import { team } from '#tests/support/team.ts';

const DAY = 24 * 3_600_000;
const CLOSES = '2027-05-14T11:00:00.000Z';

async function reminded() {
  const given = await team();
  const time = { now: Date.parse(CLOSES) - 7 * DAY };
  const services = { ...given.services, clock: () => new Date(time.now) };
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
    setRound(given.assessmentId, 'spring'),
  ]);
  const token = (person: string) => reminderToken(services, person);
  return { ...given, services, time, token };
}

describe('reminders by email are switched', () => {
  test('off by the address in the letter, and on again', async () => {
    const { services, lead, letters, time } = await reminded();
    await queueReminders(services);
    const token = reminderToken(services, lead.id);
    // It is in the letter that goes out, and not in the one that waits.
    expect(JSON.stringify(await letters())).not.toContain(token);
    const [letter] = await sentMail(services);
    expect(letter?.recipient).toBe(lead.email);
    expect(letter?.unsubscribe).toBe(`${services.config.origin}/reminders/${token}`);
    expect(letter?.text).toContain(`Switch these reminders off:\n${letter?.unsubscribe}`);
    expect(await switchReminders(services, { token, to: 'off' })).toEqual({
      ok: true,
      value: null,
    });
    expect(await personOf(services, token)).toBe(lead.id);
    expect(await remindersOf(services, lead.id)).toBe('off');
    time.now += 5 * DAY;
    expect(await queueReminders(services)).toEqual({ written: 0 });
    await switchReminders(services, { token, to: 'on' });
    expect(await queueReminders(services)).toEqual({ written: 1 });
  });

  test('by the person themself, whose choice is nobody else’s', async () => {
    const { services, lead, contributor } = await reminded();
    await switchOwnReminders(services, lead, 'off');
    await switchOwnReminders(services, lead, 'off');
    expect(await remindersOf(services, lead.id)).toBe('off');
    expect(await remindersOf(services, contributor.id)).toBe('on');
    await switchOwnReminders(services, lead, 'on');
    expect(await remindersOf(services, lead.id)).toBe('on');
  });

  test('by no token that we did not sign', async () => {
    const { services, lead, contributor, token } = await reminded();
    const [, signature = ''] = token(contributor.id).split('.');
    const wrong = [
      '',
      '.',
      lead.id,
      `${lead.id}.`,
      `${lead.id}.${signature}`,
      `${token(lead.id)}x`,
      token('nobody-has-this-id'),
    ];
    for (const one of wrong) {
      expect(await switchReminders(services, { token: one, to: 'off' }), one).toEqual({
        ok: false,
        problem: { code: 'not-found' },
      });
      expect(await personOf(services, one)).toBeNull();
    }
    expect(await remindersOf(services, lead.id)).toBe('on');
    const other = { ...services, config: { ...services.config, secret: 'another secret' } };
    expect(await personOf(other, token(lead.id))).toBeNull();
  });
});
