import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, valueOf, withDatabase } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';

let app: AppServer;

beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app?.stop();
});

const ends = () => valueOf(app.folder, 'select max(expiresAt) from session');

test('a page that says by itself who has it open keeps no session alive; a person’s request does', async () => {
  const lead = await signedInAs(app, PEOPLE.lead);
  const assessment = valueOf(
    app.folder,
    `select assessments.id from assessments join departments on departments.id = department_id
      where departments.name = 'Therapies and rehabilitation'`,
  );
  const soon = new Date(Date.now() + 10 * 60_000).toISOString();
  withDatabase(app.folder, (database) =>
    database.prepare('update session set expiresAt = ?').run(soon),
  );
  const said = await lead.post(`/assessments/${assessment}/criteria/G1/presence`, {});
  expect(said.status).toBeLessThan(300);
  expect(ends()).toBe(soon);
  await lead.get(`/assessments/${assessment}`);
  expect(ends() > soon).toBe(true);
});

test('an idle connection is kept for longer than a proxy keeps its own', async () => {
  const answer = await fetch(`${app.origin}/healthz`);
  await answer.text();
  const [, seconds = '0'] = /timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '') ?? [];
  // nginx gives an idle connection up after 60 seconds.
  expect(Number(seconds)).toBeGreaterThan(60);
});
