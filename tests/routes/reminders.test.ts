// The address in a reminder: one click of a mail program is enough, and no sign-in.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#app/config.ts';
import { reminderToken } from '#app/use-cases/letters/switch-reminders.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { valueOf, visitor } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';

let app: AppServer;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

test('a mail program switches reminders off with one form, and the page switches them on', async () => {
  const id = valueOf(app.folder, 'select id from user where email = ?', PEOPLE.lead);
  const config = readConfig({ MODE: 'demo' }, '/');
  const address = `/reminders/${reminderToken({ config }, id)}`;
  const stops = () => valueOf(app.folder, 'select count(*) from reminder_stops');
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const clicked = await visitor(app).ask('POST', address, { body });
  expect([clicked.status, stops()]).toEqual([200, '1']);
  expect((await visitor(app).get(address)).text).toContain('Switch reminders on');
  const on = await visitor(app).post(address, { reminders: 'on' });
  expect([on.status, stops()]).toEqual([200, '0']);
  expect(on.text).toContain('Switch reminders off');
});
