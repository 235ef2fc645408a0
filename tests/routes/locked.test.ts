// What changes an assessment that is signed by now is refused as a conflict, whichever form sends it: 409, and what
// was typed stays on the page. For whoever may not change it anyway it stays 403.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, tablesHash, type Visitor, withDatabase } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { addressOf, type Ids, idsOf, validForm } from './access-places.ts';

let app: AppServer;
let ids: Ids;
let lead: Visitor;

beforeAll(async () => {
  app = await startApp();
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  lead = await signedInAs(app, PEOPLE.lead);
});
afterAll(() => app?.stop());

const CHANGES = [
  '/assessments/:id/name',
  '/assessments/:id/discard',
  '/assessments/:id/copy',
  '/assessments/:id/move',
  '/assessments/:id/draft',
  '/assessments/:id/actions',
  '/assessments/:id/where-we-stand',
  '/assessments/:id/actions/new',
  '/assessments/:id/actions/several',
  '/assessments/:id/actions/import',
  '/assessments/:id/actions/:action/change',
  '/assessments/:id/indicators/:indicator',
  '/assessments/:id/evidence/:evidence',
  '/assessments/:id/criteria/:criterion',
  '/assessments/:id/criteria/:criterion/autosave',
  '/assessments/:id/criteria/:criterion/evidence',
  '/assessments/:id/criteria/:criterion/files',
  '/assessments/:id/drafts/:place',
  '/assessments/:id/evidence',
  '/assessments/:id/criteria/:criterion/history',
  '/assessments/:id/criteria/:criterion/people',
  '/assessments/:id/criteria/:criterion/review',
  '/assessments/:id/work',
  '/assessments/:id/scenarios',
];

test('every change of a signed assessment is a conflict, and nothing changes', async () => {
  const forms = CHANGES.map((pattern) => validForm(app.folder, pattern, ids) ?? {});
  withDatabase(app.folder, (database) =>
    database.prepare("update assessments set state = 'signed-off' where id = ?").run(ids['id']),
  );
  const before = tablesHash(app.folder);
  const answers = [];
  for (const [at, pattern] of CHANGES.entries()) {
    const { status } = await lead.post(addressOf(pattern, ids), forms[at] ?? {});
    answers.push([pattern, status]);
  }
  expect(answers).toEqual(CHANGES.map((pattern) => [pattern, 409]));
  expect(tablesHash(app.folder)).toBe(before);
});

test('the page says why, and what was typed stands on it', async () => {
  const narrative = 'Written while the sponsor signed';
  const places = ['/assessments/:id/criteria/:criterion', '/assessments/:id/actions/new'];
  for (const pattern of places) {
    const form = { ...validForm(app.folder, pattern, ids), narrative, objective: narrative };
    const { text } = await lead.post(addressOf(pattern, ids), form);
    expect(text).toContain('executive sponsor has signed the assessment');
    expect(text).toContain(narrative);
    expect(text).not.toContain('has been altered');
  }
});

test('whoever may only read it is told that their role does not let them', async () => {
  const viewer = await signedInAs(app, PEOPLE.viewer);
  for (const pattern of ['/assessments/:id/actions/new', '/assessments/:id/name']) {
    const form = validForm(app.folder, pattern, ids) ?? {};
    expect((await viewer.post(addressOf(pattern, ids), form)).status).toBe(403);
  }
});
