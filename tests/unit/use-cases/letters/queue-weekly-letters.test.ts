import { expect, test } from 'vitest';
import { waitingOf } from '#app/queries/home/home.ts';
import type { Services } from '#app/services.server.ts';
import { assignCriteria } from '#app/use-cases/assessment/assign-criteria.ts';
import { queueWeeklyLetters } from '#app/use-cases/letters/queue-weekly-letters.ts';
import { switchOwnReminders } from '#app/use-cases/letters/switch-reminders.ts';
import { closeAccountRow } from '#db/repositories/accounts/account-security.ts';
import { team } from '#tests/support/team.ts';

async function asked() {
  const given = await team();
  const { assessmentId, lead, contributor } = given;
  const time = { now: '2027-03-01T09:00:00.000Z' };
  const services: Services = { ...given.services, clock: () => new Date(time.now) };
  await assignCriteria(services, lead, {
    assessmentId,
    person: contributor.id,
    criteria: ['G1', 'S5'],
  });
  const before = new Set((await given.letters()).map(({ key }) => key));
  const at = async (now: string) => {
    time.now = now;
    return (await queueWeeklyLetters(services, waitingOf)).written;
  };
  const weekly = async () => (await given.letters()).filter(({ key }) => !before.has(key));
  return { ...given, services, at, weekly };
}

test('whoever is waited for hears of it once a week, with what it is', async () => {
  const { at, weekly, contributor } = await asked();
  expect(await at('2027-03-02T09:00:00.000Z')).toBe(0);
  expect(await at('2027-03-08T09:00:00.000Z')).toBe(1);
  expect(await at('2027-03-08T10:00:00.000Z')).toBe(0);
  const [letter, ...others] = await weekly();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    recipient: contributor.email,
    subject: 'One thing waits for you',
    tokenOf: `reminders ${contributor.id}`,
  });
  expect(letter?.text).toContain('Write G1 and S5 of therapies.');
  expect(letter?.unsubscribe).toContain('/reminders/');
  expect(await at('2027-03-15T09:00:00.000Z')).toBe(1);
});

test('whoever has switched reminders off, or left, hears nothing', async () => {
  const { services, at, weekly, contributor, lead } = await asked();
  await switchOwnReminders(services, contributor, 'off');
  expect(await at('2027-03-08T09:00:00.000Z')).toBe(0);
  await switchOwnReminders(services, contributor, 'on');
  const closing = { at: '2027-03-08T09:10:00.000Z', actor: lead.id };
  await services.engine.commit([closeAccountRow(contributor.id, closing)]);
  expect(await at('2027-03-08T09:30:00.000Z')).toBe(0);
  expect(await weekly()).toEqual([]);
});
