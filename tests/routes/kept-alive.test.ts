import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';

let app: AppServer;

beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app?.stop();
});

/** When the newest session ends, with a way to move it. */
function session() {
  const connection = new Database(path.join(app.folder, 'charter.db'), { timeout: 5000 });
  const ends = () => String(connection.prepare('select max(expiresAt) from session').pluck().get());
  const moveTo = (at: string) => connection.prepare('update session set expiresAt = ?').run(at);
  const assessment = String(
    connection
      .prepare(
        "select assessments.id from assessments join departments on departments.id = department_id where name = 'Therapies and rehabilitation'",
      )
      .pluck()
      .get(),
  );
  return { ends, moveTo, assessment };
}

test('a page that says by itself who has it open keeps no session alive; a person’s request does', async () => {
  const lead = await signedInAs(app, PEOPLE.lead);
  const { ends, moveTo, assessment } = session();
  const soon = new Date(Date.now() + 10 * 60_000).toISOString();
  moveTo(soon);
  const said = await lead.post(`/assessments/${assessment}/criteria/G1/presence`, {});
  expect(said.status).toBeLessThan(300);
  expect(ends()).toBe(soon);
  await lead.get(`/assessments/${assessment}`);
  expect(ends() > soon).toBe(true);
});
